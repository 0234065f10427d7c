-- title: a role joins a policy, another leaves
-- roles: app, auditor
-- from
CREATE TABLE t (a int);
CREATE POLICY p ON t TO app USING (a > 1);
CREATE POLICY q ON t TO auditor, app USING (a > 1);
CREATE POLICY r ON t USING (a > 1);
-- to
CREATE TABLE t (a int);
CREATE POLICY p ON t TO app, auditor USING (a > 1);
CREATE POLICY q ON t USING (a > 1);
CREATE POLICY r ON t TO auditor USING (a > 1);
-- shape: require alter policy; forbid drop policy
-- shape back: require alter policy; forbid drop policy
