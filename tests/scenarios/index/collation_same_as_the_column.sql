-- title: the column takes the collation that its index already states
-- from
CREATE TABLE t (a text, b text COLLATE "C");
CREATE INDEX t_a ON t (a COLLATE "C");
CREATE INDEX t_b ON t (b);
-- seed
INSERT INTO t VALUES ('a', 'B'), ('B', 'a');
-- to
CREATE TABLE t (a text COLLATE "C", b text);
CREATE INDEX t_a ON t (a COLLATE "C");
CREATE INDEX t_b ON t (b COLLATE "C");
