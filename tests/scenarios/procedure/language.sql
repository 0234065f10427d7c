-- title: a procedure is written in another language
-- from
CREATE PROCEDURE p(a int) LANGUAGE sql AS $$ SELECT a $$;
-- to
CREATE PROCEDURE p(a int) LANGUAGE plpgsql AS $$ BEGIN PERFORM a; END $$;
-- shape: require alter procedure; forbid drop procedure
