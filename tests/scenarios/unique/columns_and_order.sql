-- title: a unique constraint of one name gets another column, another gets another order
-- from
CREATE TABLE t (a int, b int, c int, CONSTRAINT one UNIQUE (a), CONSTRAINT two UNIQUE (a, b));
-- seed
INSERT INTO t VALUES (1, 1, 1);
-- to
CREATE TABLE t (a int, b int, c int, CONSTRAINT one UNIQUE (a, c), CONSTRAINT two UNIQUE (b, a));
-- seed
INSERT INTO t VALUES (1, 1, 1);
-- shape: require drop table constraint, create table constraint; forbid drop table, drop table column
