-- title: many labels are added among the others
-- from
CREATE TYPE e AS ENUM ('b', 'f');
CREATE TABLE t (x e);
-- seed
INSERT INTO t VALUES ('b'), ('f');
-- to
CREATE TYPE e AS ENUM ('a', 'b', 'c', 'd', 'e', 'f', 'g');
CREATE TABLE t (x e);
-- seed
INSERT INTO t VALUES ('b'), ('f');
-- shape: require alter type; forbid drop type, alter table column
