-- title: one of several functions of a name goes, another comes
-- from
CREATE FUNCTION f() RETURNS int LANGUAGE sql AS $$ SELECT 0 $$;
CREATE FUNCTION f(int) RETURNS int LANGUAGE sql AS $$ SELECT 1 $$;
CREATE FUNCTION f(text) RETURNS int LANGUAGE sql AS $$ SELECT 2 $$;
COMMENT ON FUNCTION f(int) IS 'of int';
CREATE VIEW v AS SELECT f() AS a, f(1) AS b;
-- to
CREATE FUNCTION f() RETURNS int LANGUAGE sql AS $$ SELECT 0 $$;
CREATE FUNCTION f(int) RETURNS int LANGUAGE sql AS $$ SELECT 1 $$;
CREATE FUNCTION f(int, VARIADIC text[]) RETURNS int LANGUAGE sql AS $$ SELECT 3 $$;
COMMENT ON FUNCTION f(int) IS 'of int';
COMMENT ON FUNCTION f(int, text[]) IS 'of many';
CREATE VIEW v AS SELECT f() AS a, f(1) AS b;
-- shape: forbid drop view
