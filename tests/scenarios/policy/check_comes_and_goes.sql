-- title: a policy gets a check, another loses its USING
-- from
CREATE TABLE t (a int);
CREATE POLICY p ON t USING (a > 1);
CREATE POLICY q ON t USING (a > 1) WITH CHECK (a > 2);
-- to
CREATE TABLE t (a int);
CREATE POLICY p ON t USING (a > 1) WITH CHECK (a > 2);
CREATE POLICY q ON t WITH CHECK (a > 2);
