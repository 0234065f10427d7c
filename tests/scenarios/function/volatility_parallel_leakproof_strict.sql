-- title: volatility, parallel safety, leakproof and strict change
-- from
CREATE FUNCTION a() RETURNS int LANGUAGE sql IMMUTABLE AS $$ SELECT 1 $$;
CREATE FUNCTION b() RETURNS int LANGUAGE sql STABLE PARALLEL SAFE AS $$ SELECT 1 $$;
CREATE FUNCTION c(int) RETURNS int LANGUAGE sql PARALLEL RESTRICTED LEAKPROOF AS $$ SELECT 1 $$;
CREATE FUNCTION d(int) RETURNS int LANGUAGE sql STRICT AS $$ SELECT 1 $$;
-- to
CREATE FUNCTION a() RETURNS int LANGUAGE sql STABLE AS $$ SELECT 1 $$;
CREATE FUNCTION b() RETURNS int LANGUAGE sql VOLATILE PARALLEL RESTRICTED AS $$ SELECT 1 $$;
CREATE FUNCTION c(int) RETURNS int LANGUAGE sql STRICT AS $$ SELECT 1 $$;
CREATE FUNCTION d(int) RETURNS int LANGUAGE sql LEAKPROOF IMMUTABLE PARALLEL SAFE AS $$ SELECT 1 $$;
-- shape: require alter function; forbid drop function
-- shape back: require alter function; forbid drop function
