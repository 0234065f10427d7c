-- title: a materialized view with data and one without
-- from
CREATE TABLE t (a int, b text);
-- seed
INSERT INTO t VALUES (1, 'x');
-- to
CREATE TABLE t (a int, b text);
CREATE MATERIALIZED VIEW full_mv AS SELECT a, b FROM t;
CREATE MATERIALIZED VIEW empty_mv (x, y) AS SELECT a, b FROM t WITH NO DATA;
-- later: CREATE VIEW later_v AS SELECT a FROM full_mv;
