-- title: a string body becomes a parsed one
-- from
CREATE TABLE t (a int, b int);
CREATE FUNCTION f() RETURNS int LANGUAGE sql AS $$ SELECT max(a) FROM t $$;
CREATE FUNCTION g(x int) RETURNS int LANGUAGE sql RETURN x + 1;
-- to
CREATE TABLE t (a int, b int);
CREATE FUNCTION f() RETURNS int LANGUAGE sql BEGIN ATOMIC SELECT max(t.a) FROM t WHERE t.b > 0; END;
CREATE FUNCTION g(x int) RETURNS int LANGUAGE sql AS $$ SELECT x + 1 $$;
-- shape: forbid drop function
-- shape back: forbid drop function
