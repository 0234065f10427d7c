-- title: a function returns a set, then a row type
-- from
CREATE TABLE t (a int, b text);
CREATE FUNCTION f() RETURNS t LANGUAGE sql AS $$ SELECT * FROM t LIMIT 1 $$;
CREATE FUNCTION g() RETURNS record LANGUAGE sql AS $$ SELECT 1, 'x'::text $$;
-- seed
INSERT INTO t VALUES (1, 'x');
-- to
CREATE TABLE t (a int, b text);
CREATE FUNCTION f() RETURNS SETOF t LANGUAGE sql ROWS 7 AS $$ SELECT * FROM t LIMIT 1 $$;
CREATE FUNCTION g() RETURNS t LANGUAGE sql AS $$ SELECT 1, 'x'::text $$;
