-- title: a permissive policy becomes restrictive
-- from
CREATE TABLE t (a int);
CREATE POLICY p ON t USING (a > 1);
-- to
CREATE TABLE t (a int);
CREATE POLICY p ON t AS RESTRICTIVE USING (a > 1);
