-- title: a column is retyped under a materialized view with an index and a view on it
-- from
CREATE TABLE t (id int PRIMARY KEY, a int);
CREATE MATERIALIZED VIEW mv AS SELECT id, a FROM t;
CREATE UNIQUE INDEX mv_id ON mv (id);
CREATE INDEX mv_a ON mv ((a + 1));
CREATE VIEW top AS SELECT a FROM mv;
COMMENT ON MATERIALIZED VIEW mv IS 'cached';
-- seed
INSERT INTO t VALUES (1, 10);
REFRESH MATERIALIZED VIEW mv;
-- to
CREATE TABLE t (id int PRIMARY KEY, a numeric(10, 2));
CREATE MATERIALIZED VIEW mv AS SELECT id, a FROM t;
CREATE UNIQUE INDEX mv_id ON mv (id);
CREATE INDEX mv_a ON mv ((a + 1));
CREATE VIEW top AS SELECT a FROM mv;
COMMENT ON MATERIALIZED VIEW mv IS 'cached';
-- seed
INSERT INTO t VALUES (1, 10);
REFRESH MATERIALIZED VIEW mv;
-- shape: require alter table column, create materialized view; forbid drop table, drop table column
-- later: CREATE VIEW later_v AS SELECT id FROM mv;
