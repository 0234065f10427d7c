-- title: input arguments get other names, one gets a name
-- from
CREATE FUNCTION f(a int, b int) RETURNS int LANGUAGE sql AS $$ SELECT $1 + $2 $$;
CREATE FUNCTION g(int) RETURNS int LANGUAGE sql AS $$ SELECT $1 $$;
CREATE VIEW v AS SELECT f(1, 2) AS x, g(1) AS y;
-- to
CREATE FUNCTION f(x int, b int) RETURNS int LANGUAGE sql AS $$ SELECT $1 + $2 $$;
CREATE FUNCTION g(named int) RETURNS int LANGUAGE sql AS $$ SELECT $1 $$;
CREATE VIEW v AS SELECT f(1, 2) AS x, g(1) AS y;
