-- title: a column is retyped under its own table's policy and another table's
-- roles: sc_app
-- from
CREATE TABLE t (id int PRIMARY KEY, a varchar(10));
CREATE TABLE u (id int PRIMARY KEY);
CREATE POLICY p ON t FOR SELECT TO sc_app USING (a = 'x');
CREATE POLICY q ON u USING (EXISTS (SELECT FROM t WHERE t.id = u.id AND t.a <> 'y')) WITH CHECK (id > 0);
COMMENT ON POLICY p ON t IS 'reads x';
ALTER TABLE t ENABLE ROW LEVEL SECURITY;
-- seed
INSERT INTO t VALUES (1, 'x');
-- to
CREATE TABLE t (id int PRIMARY KEY, a text);
CREATE TABLE u (id int PRIMARY KEY);
CREATE POLICY p ON t FOR SELECT TO sc_app USING (a = 'x');
CREATE POLICY q ON u USING (EXISTS (SELECT FROM t WHERE t.id = u.id AND t.a <> 'y')) WITH CHECK (id > 0);
COMMENT ON POLICY p ON t IS 'reads x';
ALTER TABLE t ENABLE ROW LEVEL SECURITY;
-- seed
INSERT INTO t VALUES (1, 'x');
-- shape: require alter table column, drop policy, create policy; forbid drop table, drop table column
