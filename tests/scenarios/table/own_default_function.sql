-- title: a table whose default calls a function that reads the table
-- from
CREATE TABLE t (id int PRIMARY KEY, x text);
-- seed
INSERT INTO t VALUES (1, 'a');
-- to
CREATE TABLE t (id int PRIMARY KEY, x text);
CREATE FUNCTION next_id() RETURNS int BEGIN ATOMIC SELECT coalesce(max(id), 0) + 1 FROM t; END;
ALTER TABLE t ALTER id SET DEFAULT next_id();
-- seed
INSERT INTO t (x) VALUES ('a'), ('b');
-- shape: forbid drop table
-- later: INSERT INTO t (x) VALUES ('later');
