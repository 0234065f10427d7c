-- title: an index becomes unique
-- from
CREATE TABLE t (a int, b int);
CREATE INDEX t_a ON t (a);
-- seed
INSERT INTO t VALUES (1, 1), (2, 1);
-- to
CREATE TABLE t (a int, b int);
CREATE UNIQUE INDEX t_a ON t (a);
-- seed
INSERT INTO t VALUES (1, 1), (2, 1);
