-- title: policies of two tables ask each other's table
-- from
CREATE TABLE a (id int PRIMARY KEY, b int);
CREATE TABLE b (id int PRIMARY KEY, a int);
-- seed
INSERT INTO a VALUES (1, 1);
-- to
CREATE TABLE a (id bigint PRIMARY KEY, b int);
CREATE TABLE b (id int PRIMARY KEY, a int);
ALTER TABLE a ENABLE ROW LEVEL SECURITY;
ALTER TABLE b ENABLE ROW LEVEL SECURITY;
CREATE POLICY p ON a USING (EXISTS (SELECT FROM b WHERE b.a = a.id));
CREATE POLICY p ON b USING (EXISTS (SELECT FROM a WHERE a.b = b.id));
-- seed
INSERT INTO a VALUES (1, 1);
-- shape: forbid drop table, drop table column
