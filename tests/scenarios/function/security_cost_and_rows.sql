-- title: security definer, cost and rows change
-- from
CREATE FUNCTION a() RETURNS SETOF int LANGUAGE sql SECURITY DEFINER COST 10 ROWS 10 AS $$ SELECT 1 $$;
CREATE FUNCTION b() RETURNS SETOF int LANGUAGE sql AS $$ SELECT 1 $$;
-- to
CREATE FUNCTION a() RETURNS SETOF int LANGUAGE sql AS $$ SELECT 1 $$;
CREATE FUNCTION b() RETURNS SETOF int LANGUAGE sql SECURITY DEFINER COST 0.5 ROWS 1 AS $$ SELECT 1 $$;
-- shape: require alter function; forbid drop function
-- shape back: require alter function; forbid drop function
