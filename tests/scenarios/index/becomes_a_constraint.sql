-- title: a unique index becomes a unique constraint of its name
-- from
CREATE TABLE t (a int);
CREATE UNIQUE INDEX t_a_key ON t (a);
-- seed
INSERT INTO t VALUES (1);
-- to
CREATE TABLE t (a int, CONSTRAINT t_a_key UNIQUE (a));
-- seed
INSERT INTO t VALUES (1);
