-- title: a column's own default before its domain's
-- from
CREATE DOMAIN score AS int DEFAULT 5 CHECK (VALUE >= 0);
CREATE TABLE t (id int, a score, b score DEFAULT 7);
-- seed
INSERT INTO t (id) VALUES (1);
-- to
CREATE DOMAIN score AS int DEFAULT 6 CHECK (VALUE >= 0);
CREATE TABLE t (id int, a score DEFAULT 8, b score);
-- seed
INSERT INTO t (id) VALUES (1);
-- shape: require alter type; forbid drop table, drop table column
