-- title: an index covers other columns
-- from
CREATE TABLE t (a int, b int, c int);
CREATE UNIQUE INDEX t_a ON t (a) INCLUDE (b);
CREATE INDEX t_b ON t (b);
-- seed
INSERT INTO t VALUES (1, 2, 3);
-- to
CREATE TABLE t (a int, b int, c int);
CREATE UNIQUE INDEX t_a ON t (a) INCLUDE (c, b);
CREATE INDEX t_b ON t (b) INCLUDE (c);
