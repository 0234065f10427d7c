-- title: a label is added before all others
-- from
CREATE TYPE e AS ENUM ('b', 'c');
CREATE TABLE t (x e);
-- seed
INSERT INTO t VALUES ('b');
-- to
CREATE TYPE e AS ENUM ('a', 'b', 'c');
CREATE TABLE t (x e);
-- seed
INSERT INTO t VALUES ('b');
-- shape: require alter type; forbid drop type, alter table column
