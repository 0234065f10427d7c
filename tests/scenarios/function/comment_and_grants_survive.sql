-- title: a replaced function keeps comment, owner and grants
-- roles: app, keeper
-- from
CREATE FUNCTION f(a int) RETURNS int LANGUAGE sql AS $$ SELECT 1 $$;
COMMENT ON FUNCTION f(int) IS 'one';
ALTER FUNCTION f(int) OWNER TO keeper;
REVOKE EXECUTE ON FUNCTION f(int) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION f(int) TO app;
-- to
CREATE FUNCTION f(a int) RETURNS text LANGUAGE sql AS $$ SELECT 'one' $$;
COMMENT ON FUNCTION f(int) IS 'one';
ALTER FUNCTION f(int) OWNER TO keeper;
REVOKE EXECUTE ON FUNCTION f(int) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION f(int) TO app;
