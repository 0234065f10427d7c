-- title: a unique index counts nulls as equal
-- pg: >=15
-- from
CREATE TABLE t (a int);
CREATE UNIQUE INDEX t_a ON t (a);
-- seed
INSERT INTO t VALUES (1), (NULL);
-- to
CREATE TABLE t (a int);
CREATE UNIQUE INDEX t_a ON t (a) NULLS NOT DISTINCT;
-- seed
INSERT INTO t VALUES (1), (NULL);
