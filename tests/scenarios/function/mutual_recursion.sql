-- title: two functions call each other
-- from
CREATE FUNCTION even(n int) RETURNS boolean LANGUAGE plpgsql AS $$ BEGIN RETURN n % 2 = 0; END $$;
-- to
SET check_function_bodies = off;
CREATE FUNCTION even(n int) RETURNS boolean LANGUAGE sql AS $$ SELECT n = 0 OR odd(n - 1) $$;
CREATE FUNCTION odd(n int) RETURNS boolean LANGUAGE sql AS $$ SELECT n <> 0 AND even(n - 1) $$;
