-- title: a column changes its collation under an index, a unique constraint and a view
-- from
CREATE TABLE t (id int PRIMARY KEY, a text, b text COLLATE "C", c text COLLATE "POSIX" CONSTRAINT t_c UNIQUE);
CREATE INDEX t_a ON t (a);
CREATE VIEW v AS SELECT a, b FROM t;
-- seed
INSERT INTO t VALUES (1, 'a', 'b', 'c');
-- to
CREATE TABLE t (id int PRIMARY KEY, a text COLLATE "C", b text, c text COLLATE "C" CONSTRAINT t_c UNIQUE);
CREATE INDEX t_a ON t (a);
CREATE VIEW v AS SELECT a, b FROM t;
-- seed
INSERT INTO t VALUES (1, 'a', 'b', 'c');
-- shape: require alter table column; forbid drop table, drop table column
