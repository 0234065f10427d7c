-- title: settings of a function come, change and go
-- from
CREATE FUNCTION a() RETURNS int LANGUAGE sql SET work_mem = '1MB' SET search_path = public, "Odd, Schema" AS $$ SELECT 1 $$;
CREATE FUNCTION b() RETURNS int LANGUAGE sql SET search_path = '' AS $$ SELECT 1 $$;
CREATE FUNCTION c() RETURNS int LANGUAGE sql AS $$ SELECT 1 $$;
-- to
CREATE FUNCTION a() RETURNS int LANGUAGE sql SET search_path = '' AS $$ SELECT 1 $$;
CREATE FUNCTION b() RETURNS int LANGUAGE sql SET search_path = pg_catalog, pg_temp SET DateStyle = 'ISO, DMY' AS $$ SELECT 1 $$;
CREATE FUNCTION c() RETURNS int LANGUAGE sql SET app."user" = 'it''s "me"' SET lock_timeout = '5s' AS $$ SELECT 1 $$;
-- shape: require alter function; forbid drop function
-- shape back: require alter function; forbid drop function
