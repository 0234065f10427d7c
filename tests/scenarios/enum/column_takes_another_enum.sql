-- title: a column changes from one enum to another with the same labels
-- from
CREATE TYPE e1 AS ENUM ('a', 'b');
CREATE TYPE e2 AS ENUM ('b', 'a');
CREATE TABLE t (x e1 DEFAULT 'a', y e2[]);
-- seed
INSERT INTO t VALUES ('b', '{a}');
-- to
CREATE TYPE e1 AS ENUM ('a', 'b');
CREATE TYPE e2 AS ENUM ('b', 'a');
CREATE TABLE t (x e2 DEFAULT 'a', y e1[]);
-- seed
INSERT INTO t VALUES ('b', '{a}');
-- shape: forbid drop table column, drop type
