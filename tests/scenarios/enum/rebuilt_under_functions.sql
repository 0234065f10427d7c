-- title: functions take, return and default to an enum that loses a label
-- from
CREATE TYPE e AS ENUM ('a', 'b', 'c');
CREATE FUNCTION f(x e DEFAULT 'a') RETURNS e LANGUAGE sql AS $$ SELECT $1 $$;
CREATE FUNCTION g(x e[]) RETURNS TABLE (y e, z int) LANGUAGE plpgsql AS
$$ BEGIN RETURN QUERY SELECT u, 1 FROM unnest(x) AS u; END $$;
CREATE PROCEDURE p(INOUT x e) LANGUAGE plpgsql AS $$ BEGIN x := 'c'; END $$;
CREATE VIEW v AS SELECT f() AS x;
-- to
CREATE TYPE e AS ENUM ('a', 'c');
CREATE FUNCTION f(x e DEFAULT 'a') RETURNS e LANGUAGE sql AS $$ SELECT $1 $$;
CREATE FUNCTION g(x e[]) RETURNS TABLE (y e, z int) LANGUAGE plpgsql AS
$$ BEGIN RETURN QUERY SELECT u, 1 FROM unnest(x) AS u; END $$;
CREATE PROCEDURE p(INOUT x e) LANGUAGE plpgsql AS $$ BEGIN x := 'c'; END $$;
CREATE VIEW v AS SELECT f() AS x;
