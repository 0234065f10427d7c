-- title: an enum whose labels stand in checks and predicates loses a label
-- from
CREATE TYPE e AS ENUM ('a', 'b', 'c');
CREATE TABLE t (x e, y int, CONSTRAINT t_x CHECK (x <> 'c' OR y IS NOT NULL));
CREATE UNIQUE INDEX t_a ON t (y) WHERE x = 'a';
CREATE INDEX t_e ON t ((x = 'a'));
-- seed
INSERT INTO t VALUES ('a', 1), ('c', 2);
-- to
CREATE TYPE e AS ENUM ('a', 'c');
CREATE TABLE t (x e, y int, CONSTRAINT t_x CHECK (x <> 'c' OR y IS NOT NULL));
CREATE UNIQUE INDEX t_a ON t (y) WHERE x = 'a';
CREATE INDEX t_e ON t ((x = 'a'));
-- seed
INSERT INTO t VALUES ('a', 1), ('c', 2);
-- shape: forbid drop table column
