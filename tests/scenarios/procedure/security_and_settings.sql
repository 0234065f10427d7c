-- title: security and settings of a procedure
-- from
CREATE PROCEDURE p() LANGUAGE sql AS $$ SELECT 1 $$;
CREATE PROCEDURE q() LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog AS $$ SELECT 1 $$;
-- to
CREATE PROCEDURE p() LANGUAGE sql SECURITY DEFINER SET statement_timeout = '1min' AS $$ SELECT 1 $$;
CREATE PROCEDURE q() LANGUAGE sql AS $$ SELECT 1 $$;
-- shape: require alter procedure; forbid drop procedure
-- shape back: require alter procedure; forbid drop procedure
