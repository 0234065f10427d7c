-- title: a base column is retyped under a view with everything on it
-- roles: app, keeper
-- from
CREATE TABLE t (a int, b text);
CREATE VIEW v WITH (security_barrier=true, check_option=local) AS SELECT a, b FROM t WHERE a > 0;
COMMENT ON VIEW v IS 'the good ones';
COMMENT ON COLUMN v.a IS 'positive';
ALTER VIEW v ALTER COLUMN b SET DEFAULT 'none';
ALTER VIEW v OWNER TO keeper;
GRANT SELECT ON v TO app;
GRANT UPDATE (b) ON v TO app;
-- seed
INSERT INTO t VALUES (1, 'x');
-- to
CREATE TABLE t (a bigint, b text);
CREATE VIEW v WITH (security_barrier=true, check_option=local) AS SELECT a, b FROM t WHERE a > 0;
COMMENT ON VIEW v IS 'the good ones';
COMMENT ON COLUMN v.a IS 'positive';
ALTER VIEW v ALTER COLUMN b SET DEFAULT 'none';
ALTER VIEW v OWNER TO keeper;
GRANT SELECT ON v TO app;
GRANT UPDATE (b) ON v TO app;
-- seed
INSERT INTO t VALUES (1, 'x');
-- shape: forbid drop table column
-- later: CREATE VIEW later_v AS SELECT a FROM v;
