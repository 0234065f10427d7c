-- title: a planner support function comes, changes and goes
-- from
CREATE FUNCTION a(int) RETURNS SETOF int LANGUAGE sql SUPPORT generate_series_int4_support AS $$ SELECT $1 $$;
CREATE FUNCTION b(int) RETURNS SETOF int LANGUAGE sql SUPPORT generate_series_int4_support AS $$ SELECT $1 $$;
CREATE FUNCTION c(int) RETURNS SETOF int LANGUAGE sql AS $$ SELECT $1 $$;
-- to
CREATE FUNCTION a(int) RETURNS SETOF int LANGUAGE sql SUPPORT generate_series_int8_support AS $$ SELECT $1 $$;
CREATE FUNCTION b(int) RETURNS SETOF int LANGUAGE sql AS $$ SELECT $1 $$;
CREATE FUNCTION c(int) RETURNS SETOF int LANGUAGE sql SUPPORT array_unnest_support AS $$ SELECT $1 $$;
-- shape: forbid drop function
-- shape back: forbid drop function
