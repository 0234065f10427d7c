-- title: rights on what is dropped and made anew
-- roles: app, auditor
-- from
CREATE DOMAIN d AS varchar(5);
CREATE TABLE t (a int, b d);
CREATE VIEW v AS SELECT a, b FROM t;
CREATE FUNCTION f(x int) RETURNS int LANGUAGE sql AS $$ SELECT x $$;
REVOKE ALL ON DOMAIN d FROM PUBLIC;
GRANT USAGE ON DOMAIN d TO app;
GRANT SELECT ON v TO app;
GRANT SELECT (b) ON v TO auditor WITH GRANT OPTION;
REVOKE ALL ON FUNCTION f(int) FROM PUBLIC;
-- seed
INSERT INTO t VALUES (1, 'x');
-- to
CREATE DOMAIN d AS varchar(9);
CREATE TABLE t (a bigint, b d);
CREATE VIEW v AS SELECT a, b FROM t;
CREATE FUNCTION f(y int) RETURNS int LANGUAGE sql AS $$ SELECT y $$;
REVOKE ALL ON DOMAIN d FROM PUBLIC;
GRANT USAGE ON DOMAIN d TO app;
GRANT SELECT ON v TO app;
GRANT SELECT (b) ON v TO auditor WITH GRANT OPTION;
REVOKE ALL ON FUNCTION f(int) FROM PUBLIC;
-- seed
INSERT INTO t VALUES (1, 'x');
-- shape: forbid drop table, drop table column
