-- title: ascending, descending, nulls first, nulls last
-- from
CREATE TABLE t (a int, b int);
CREATE INDEX t_1 ON t (a, b);
CREATE INDEX t_2 ON t (a DESC, b);
CREATE INDEX t_3 ON t (a DESC NULLS LAST);
-- to
CREATE TABLE t (a int, b int);
CREATE INDEX t_1 ON t (a, b DESC);
CREATE INDEX t_2 ON t (a DESC NULLS LAST, b NULLS FIRST);
CREATE INDEX t_3 ON t (a DESC);
