-- title: a column moves from one enum to another, arrays too
-- from
CREATE TYPE a AS ENUM ('x', 'y');
CREATE TABLE t (id int PRIMARY KEY, one a DEFAULT 'x', many a[] NOT NULL DEFAULT '{x}');
-- seed
INSERT INTO t VALUES (1, 'y', '{x,y}');
-- to
CREATE TYPE b AS ENUM ('y', 'x', 'z');
CREATE TABLE t (id int PRIMARY KEY, one b DEFAULT 'x', many b[] NOT NULL DEFAULT '{x}');
-- seed
INSERT INTO t VALUES (1, 'y', '{x,y}');
-- shape: require create type, drop type, alter table column; forbid drop table column, drop table
