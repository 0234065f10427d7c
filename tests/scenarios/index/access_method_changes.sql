-- title: a btree index becomes a hash index of the same name
-- from
CREATE TABLE t (a text);
CREATE INDEX t_a ON t (a);
-- seed
INSERT INTO t VALUES ('x'), ('y');
-- to
CREATE TABLE t (a text);
CREATE INDEX t_a ON t USING hash (a);
-- shape: forbid drop table
