-- title: a policy for whoever runs the files
-- from
CREATE TABLE t (a int);
CREATE POLICY p ON t USING (a > 1);
-- to
CREATE TABLE t (a int);
CREATE POLICY p ON t TO CURRENT_USER USING (a > 1);
-- shape: require alter policy; forbid drop policy
