-- title: a label that no row uses is removed
-- from
CREATE TYPE e AS ENUM ('a', 'b', 'c');
CREATE TABLE t (id int PRIMARY KEY, x e NOT NULL);
-- seed
INSERT INTO t VALUES (1, 'a'), (2, 'c');
-- to
CREATE TYPE e AS ENUM ('a', 'c');
CREATE TABLE t (id int PRIMARY KEY, x e NOT NULL);
-- seed
INSERT INTO t VALUES (1, 'a'), (2, 'c');
-- shape: forbid drop table, drop table column
-- shape back: require alter type; forbid drop type
-- later: CREATE VIEW later_v AS SELECT x FROM t WHERE x = 'a';
