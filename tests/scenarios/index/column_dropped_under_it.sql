-- title: a column goes that indexes mention in keys, INCLUDE and WHERE
-- from
CREATE TABLE t (a int, b int, c int);
CREATE INDEX t_key ON t (a, b);
CREATE INDEX t_inc ON t (a) INCLUDE (b);
CREATE INDEX t_where ON t (a) WHERE b > 0;
CREATE INDEX t_expr ON t ((b + c));
-- seed
INSERT INTO t VALUES (1, 2, 3);
-- to
CREATE TABLE t (a int, c int);
CREATE INDEX t_key ON t (a);
CREATE INDEX t_inc ON t (a) INCLUDE (c);
CREATE INDEX t_where ON t (a) WHERE c > 0;
-- seed
INSERT INTO t VALUES (1, 3);
-- refused: deletes_data
