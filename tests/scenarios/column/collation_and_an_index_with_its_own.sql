-- title: an index that names its collation keeps it while the column's changes
-- from
CREATE TABLE t (a text, b text COLLATE "C");
CREATE INDEX t_a ON t (a COLLATE "C");
CREATE INDEX t_b ON t (b COLLATE "POSIX");
-- seed
INSERT INTO t VALUES ('a', 'b');
-- to
CREATE TABLE t (a text COLLATE "C", b text COLLATE "POSIX");
CREATE INDEX t_a ON t (a COLLATE "C");
CREATE INDEX t_b ON t (b COLLATE "C");
-- seed
INSERT INTO t VALUES ('a', 'b');
-- shape: require alter table column; forbid drop table, drop table column
