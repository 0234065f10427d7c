-- title: two indexes of one table exchange their names
-- from
CREATE TABLE t (a int, b int);
CREATE INDEX t_x ON t (a);
CREATE INDEX t_y ON t (b);
-- to
CREATE TABLE t (a int, b int);
CREATE INDEX t_x ON t (b);
CREATE INDEX t_y ON t (a);
