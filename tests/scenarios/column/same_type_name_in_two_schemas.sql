-- title: a column moves to a type of the same name in another schema
-- from
CREATE SCHEMA a;
CREATE SCHEMA b;
CREATE TYPE a.mood AS ENUM ('sad', 'ok');
CREATE TYPE b.mood AS ENUM ('sad', 'ok');
CREATE TABLE t (m a.mood DEFAULT 'ok'::a.mood, ms b.mood[]);
-- seed
INSERT INTO t VALUES ('sad', '{ok}');
-- to
CREATE SCHEMA a;
CREATE SCHEMA b;
CREATE TYPE a.mood AS ENUM ('sad', 'ok');
CREATE TYPE b.mood AS ENUM ('sad', 'ok');
CREATE TABLE t (m b.mood DEFAULT 'ok'::b.mood, ms a.mood[]);
-- seed
INSERT INTO t VALUES ('sad', '{ok}');
-- shape: require alter table column; forbid drop table, drop table column, drop type
