-- title: included columns come, change and go
-- from
CREATE TABLE t (a int, b int, c int, CONSTRAINT one UNIQUE (a), CONSTRAINT two UNIQUE (b) INCLUDE (a, c), CONSTRAINT three UNIQUE (c) INCLUDE (a));
-- seed
INSERT INTO t VALUES (1, 1, 1);
-- to
CREATE TABLE t (a int, b int, c int, CONSTRAINT one UNIQUE (a) INCLUDE (b), CONSTRAINT two UNIQUE (b) INCLUDE (c, a), CONSTRAINT three UNIQUE (c));
-- seed
INSERT INTO t VALUES (1, 1, 1);
-- shape: require drop table constraint, create table constraint; forbid drop table, drop table column
