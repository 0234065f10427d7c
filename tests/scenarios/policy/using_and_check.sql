-- title: conditions of a policy change in place
-- from
CREATE TABLE t (a int, s varchar(9));
CREATE POLICY p ON t USING (a > 1);
CREATE POLICY q ON t FOR UPDATE USING (s IN ('a', 'b')) WITH CHECK (s <> 'c');
-- to
CREATE TABLE t (a int, s varchar(9));
CREATE POLICY p ON t USING (a > 2 OR s IS NULL);
CREATE POLICY q ON t FOR UPDATE USING (s IN ('a', 'b', 'd')) WITH CHECK (s NOT IN ('c', 'e'));
-- shape: require alter policy; forbid drop policy
-- shape back: require alter policy; forbid drop policy
