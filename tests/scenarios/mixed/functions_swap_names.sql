-- title: two functions below a view exchange their bodies and results
-- from
CREATE FUNCTION one() RETURNS int LANGUAGE sql AS $$ SELECT 1 $$;
CREATE FUNCTION two() RETURNS text LANGUAGE sql AS $$ SELECT 'x' $$;
CREATE VIEW v AS SELECT one() AS o, two() AS t;
-- to
CREATE FUNCTION one() RETURNS text LANGUAGE sql AS $$ SELECT 'x' $$;
CREATE FUNCTION two() RETURNS int LANGUAGE sql AS $$ SELECT 1 $$;
CREATE VIEW v AS SELECT two() AS o, one() AS t;
