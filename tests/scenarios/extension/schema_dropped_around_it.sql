-- title: an extension leaves its schema, which is then dropped
-- extensions: ltree
-- from
CREATE SCHEMA lib;
CREATE EXTENSION ltree SCHEMA lib;
CREATE TABLE t (p lib.ltree PRIMARY KEY);
-- seed
INSERT INTO t VALUES ('a.b.c');
-- to
CREATE EXTENSION ltree;
CREATE TABLE t (p ltree PRIMARY KEY);
-- seed
INSERT INTO t VALUES ('a.b.c');
-- shape: require drop schema; forbid drop extension, drop table, drop table column
-- shape back: require create schema; forbid drop extension, drop table, drop table column
