-- title: a table with gaps in its column numbers changes keys, index and a column's options
-- from
CREATE TABLE t (x1 int, id int, x2 text, a text, b text);
ALTER TABLE t DROP COLUMN x1, DROP COLUMN x2;
ALTER TABLE t ADD PRIMARY KEY (id);
CREATE INDEX t_ab ON t (a, b);
GRANT SELECT (a) ON t TO PUBLIC;
-- seed
INSERT INTO t VALUES (1, 'a', 'b');
-- to
CREATE TABLE t (y int, id int, a text, b text COLLATE "C" NOT NULL DEFAULT 'b');
ALTER TABLE t DROP COLUMN y;
ALTER TABLE t ADD CONSTRAINT key PRIMARY KEY (id, b);
ALTER TABLE t ALTER a SET STATISTICS 5;
CREATE INDEX t_ab ON t (b, a);
GRANT SELECT (b) ON t TO PUBLIC;
-- seed
INSERT INTO t VALUES (1, 'a', 'b');
-- shape: require alter table column; forbid drop table, drop table column
