-- title: the label that goes was the default
-- from
CREATE TYPE e AS ENUM ('a', 'b', 'c');
CREATE TABLE t (x e NOT NULL DEFAULT 'b', y e[] DEFAULT '{b,c}');
-- seed
INSERT INTO t VALUES ('a', '{a,c}');
-- to
CREATE TYPE e AS ENUM ('a', 'c');
CREATE TABLE t (x e NOT NULL DEFAULT 'c', y e[] DEFAULT '{}');
-- seed
INSERT INTO t VALUES ('a', '{a,c}');
-- shape: forbid drop table column
