-- title: row security goes off and its force stays
-- from
CREATE TABLE t (a int);
ALTER TABLE t ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY p ON t USING (a > 0);
-- to
CREATE TABLE t (a int);
ALTER TABLE t FORCE ROW LEVEL SECURITY;
-- shape: require alter table, drop policy; forbid drop table
-- shape back: require alter table, create policy; forbid drop table
