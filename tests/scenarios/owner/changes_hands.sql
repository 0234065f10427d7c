-- title: objects go from one owner to another, grants and all
-- roles: keeper, app, auditor
-- from
CREATE TABLE t (a int);
ALTER TABLE t OWNER TO keeper;
GRANT SELECT ON t TO app WITH GRANT OPTION;
GRANT INSERT ON t TO auditor;
CREATE FUNCTION f() RETURNS int LANGUAGE sql AS $$ SELECT 1 $$;
ALTER FUNCTION f() OWNER TO keeper;
REVOKE ALL ON FUNCTION f() FROM PUBLIC;
-- to
CREATE TABLE t (a int);
ALTER TABLE t OWNER TO app;
GRANT SELECT ON t TO keeper;
GRANT INSERT ON t TO auditor;
CREATE FUNCTION f() RETURNS int LANGUAGE sql AS $$ SELECT 1 $$;
ALTER FUNCTION f() OWNER TO app;
REVOKE ALL ON FUNCTION f() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION f() TO keeper;
-- shape: forbid drop table, drop function
-- shape back: forbid drop table, drop function
