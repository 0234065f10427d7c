-- title: an array argument becomes variadic
-- from
CREATE FUNCTION f(a int, b text[]) RETURNS int LANGUAGE sql AS $$ SELECT a $$;
-- to
CREATE FUNCTION f(a int, VARIADIC b text[]) RETURNS int LANGUAGE sql AS $$ SELECT a $$;
