-- title: rebuilt objects keep owners that differ from each other
-- roles: keeper, app
-- from
CREATE TABLE t (a int);
ALTER TABLE t OWNER TO app;
CREATE VIEW v AS SELECT a FROM t;
ALTER VIEW v OWNER TO keeper;
CREATE MATERIALIZED VIEW m AS SELECT a FROM v WITH NO DATA;
ALTER MATERIALIZED VIEW m OWNER TO app;
GRANT SELECT ON t TO keeper;
GRANT SELECT ON v TO app;
-- seed
INSERT INTO t VALUES (1);
-- to
CREATE TABLE t (a bigint);
ALTER TABLE t OWNER TO app;
CREATE VIEW v AS SELECT a FROM t;
ALTER VIEW v OWNER TO keeper;
CREATE MATERIALIZED VIEW m AS SELECT a FROM v WITH NO DATA;
ALTER MATERIALIZED VIEW m OWNER TO app;
GRANT SELECT ON t TO keeper;
GRANT SELECT ON v TO app;
-- seed
INSERT INTO t VALUES (1);
-- shape: forbid drop table column
