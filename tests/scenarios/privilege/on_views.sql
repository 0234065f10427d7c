-- title: rights on views and materialized views, and on their columns
-- roles: app
-- from
CREATE TABLE t (a int, b int);
CREATE VIEW v AS SELECT a, b FROM t;
CREATE MATERIALIZED VIEW m AS SELECT a, b FROM t;
GRANT SELECT ON v TO app;
-- to
CREATE TABLE t (a int, b int);
CREATE VIEW v AS SELECT a, b FROM t;
CREATE MATERIALIZED VIEW m AS SELECT a, b FROM t;
GRANT INSERT (a), UPDATE (b) ON v TO app;
GRANT SELECT ON m TO app;
GRANT SELECT (b) ON m TO PUBLIC;
-- shape: forbid drop view, drop materialized view
-- shape back: forbid drop view, drop materialized view
