-- title: a function is written in another language
-- from
CREATE FUNCTION f(a int) RETURNS int LANGUAGE sql AS $$ SELECT a $$;
-- to
CREATE FUNCTION f(a int) RETURNS int LANGUAGE plpgsql AS $$ BEGIN RETURN a; END $$;
-- shape: require alter function; forbid drop function
-- shape back: require alter function; forbid drop function
