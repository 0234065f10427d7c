-- title: execution is taken from PUBLIC and given to some
-- roles: app
-- from
CREATE FUNCTION f() RETURNS int LANGUAGE sql AS $$ SELECT 1 $$;
CREATE FUNCTION g(int, OUT x int) LANGUAGE sql AS $$ SELECT 1 $$;
CREATE PROCEDURE p(int) LANGUAGE sql AS $$ SELECT 1 $$;
REVOKE ALL ON FUNCTION g(int) FROM PUBLIC;
-- to
CREATE FUNCTION f() RETURNS int LANGUAGE sql AS $$ SELECT 1 $$;
CREATE FUNCTION g(int, OUT x int) LANGUAGE sql AS $$ SELECT 1 $$;
CREATE PROCEDURE p(int) LANGUAGE sql AS $$ SELECT 1 $$;
REVOKE EXECUTE ON FUNCTION f() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION f() TO app WITH GRANT OPTION;
REVOKE ALL ON PROCEDURE p(int) FROM PUBLIC;
-- shape: forbid drop function, drop procedure
-- shape back: forbid drop function, drop procedure
