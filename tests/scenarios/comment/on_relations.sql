-- title: comments on table, columns, view, materialized view, index and sequence
-- from
CREATE TABLE t (a int, b int);
CREATE INDEX t_a ON t (a);
CREATE VIEW v AS SELECT a, b FROM t;
CREATE MATERIALIZED VIEW m AS SELECT a, b FROM t;
CREATE SEQUENCE s;
COMMENT ON TABLE t IS 'old';
COMMENT ON COLUMN t.a IS 'old';
COMMENT ON VIEW v IS 'old';
-- to
CREATE TABLE t (a int, b int);
CREATE INDEX t_a ON t (a);
CREATE VIEW v AS SELECT a, b FROM t;
CREATE MATERIALIZED VIEW m AS SELECT a, b FROM t;
CREATE SEQUENCE s;
COMMENT ON TABLE t IS 'new';
COMMENT ON COLUMN t.b IS 'new';
COMMENT ON COLUMN v.a IS 'new';
COMMENT ON MATERIALIZED VIEW m IS 'new';
COMMENT ON COLUMN m.b IS 'new';
COMMENT ON INDEX t_a IS 'new';
COMMENT ON SEQUENCE s IS 'new';
-- shape: require create comment, alter comment, drop comment; forbid drop table, drop view, drop index
-- shape back: forbid drop table, drop view, drop index
