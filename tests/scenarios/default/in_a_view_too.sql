-- title: a default changes on a table and on a view over it
-- from
CREATE TABLE t (id int PRIMARY KEY, a text DEFAULT 'table');
CREATE VIEW v AS SELECT id, a FROM t;
ALTER VIEW v ALTER COLUMN a SET DEFAULT 'view';
-- seed
INSERT INTO t VALUES (1);
-- to
CREATE TABLE t (id int PRIMARY KEY, a text DEFAULT 'other table');
CREATE VIEW v AS SELECT id, a FROM t;
ALTER VIEW v ALTER COLUMN a SET DEFAULT 'other view';
ALTER VIEW v ALTER COLUMN id SET DEFAULT 0;
-- seed
INSERT INTO t VALUES (1);
-- shape: require alter default value; forbid drop table, drop view, drop table column
