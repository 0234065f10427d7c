-- title: integers get wider and, backwards, narrower
-- from
CREATE TABLE t (id int PRIMARY KEY, a smallint, b int, c real);
-- seed
INSERT INTO t VALUES (1, 1, 2, 1.5);
-- to
CREATE TABLE t (id bigint PRIMARY KEY, a int, b bigint, c double precision);
-- seed
INSERT INTO t VALUES (1, 1, 2, 1.5);
-- shape: require alter table column; forbid drop table column, drop table
-- later: INSERT INTO t VALUES (3000000000, 1, 3000000000, 0.1); CREATE VIEW later_v AS SELECT id, b FROM t;
