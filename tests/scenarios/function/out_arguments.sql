-- title: out arguments, and table results, change
-- from
CREATE FUNCTION f(a int, OUT x int, OUT y int) LANGUAGE sql AS $$ SELECT 1, 2 $$;
CREATE FUNCTION g() RETURNS TABLE (x int) LANGUAGE sql AS $$ SELECT 1 $$;
CREATE FUNCTION one(OUT x int) LANGUAGE sql AS $$ SELECT 1 $$;
CREATE VIEW v AS SELECT x FROM g();
-- to
CREATE FUNCTION f(a int, OUT x int, OUT y text) LANGUAGE sql AS $$ SELECT 1, 'x'::text $$;
CREATE FUNCTION g() RETURNS TABLE (x int, y int) LANGUAGE sql AS $$ SELECT 1, 2 $$;
CREATE FUNCTION one(OUT renamed int) LANGUAGE sql AS $$ SELECT 1 $$;
CREATE VIEW v AS SELECT x FROM g();
