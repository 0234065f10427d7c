-- title: the columns of an index change places
-- from
CREATE TABLE t (a int, b int, c int);
CREATE INDEX t_i ON t (a, b);
-- to
CREATE TABLE t (a int, b int, c int);
CREATE INDEX t_i ON t (b, a);
