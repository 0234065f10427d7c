-- title: an index column changes its collation
-- from
CREATE TABLE t (a text, b text);
CREATE INDEX t_a ON t (a COLLATE "C");
CREATE INDEX t_b ON t (b, lower(a) COLLATE "POSIX");
-- to
CREATE TABLE t (a text, b text);
CREATE INDEX t_a ON t (a COLLATE "POSIX");
CREATE INDEX t_b ON t (b, lower(a));
