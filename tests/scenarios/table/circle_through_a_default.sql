-- title: a default calls a function that reads a view of the default's own table; the base column is retyped
-- from
CREATE TABLE t (id int PRIMARY KEY, n int);
CREATE VIEW top AS SELECT max(n) AS n FROM t;
CREATE FUNCTION next_n() RETURNS int LANGUAGE sql BEGIN ATOMIC SELECT coalesce(n, 0) + 1 FROM top; END;
ALTER TABLE t ALTER n SET DEFAULT next_n();
-- seed
INSERT INTO t VALUES (1), (2);
-- to
CREATE TABLE t (id int PRIMARY KEY, n bigint);
CREATE VIEW top AS SELECT max(n) AS n FROM t;
CREATE FUNCTION next_n() RETURNS bigint LANGUAGE sql BEGIN ATOMIC SELECT coalesce(n, 0) + 1 FROM top; END;
ALTER TABLE t ALTER n SET DEFAULT next_n();
-- seed
INSERT INTO t VALUES (1), (2);
-- shape: require alter table column, drop view, create view, drop function, create function; forbid drop table, drop table column
-- later: INSERT INTO t VALUES (3);
-- later back: INSERT INTO t VALUES (3);
