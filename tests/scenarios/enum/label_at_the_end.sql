-- title: a label is added at the end
-- from
CREATE TYPE e AS ENUM ('a', 'b');
CREATE TABLE t (x e);
-- seed
INSERT INTO t VALUES ('a'), ('b');
-- to
CREATE TYPE e AS ENUM ('a', 'b', 'c');
CREATE TABLE t (x e);
-- seed
INSERT INTO t VALUES ('a'), ('b');
-- shape: require alter type; forbid drop type, alter table column
-- later: CREATE VIEW later_v AS SELECT x FROM t WHERE x <> 'a';
