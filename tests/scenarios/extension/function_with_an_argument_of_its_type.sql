-- title: functions take and return types of an extension, one is overloaded, the extension goes
-- extensions: citext, ltree
-- from
CREATE EXTENSION citext;
CREATE EXTENSION ltree;
CREATE FUNCTION clean(citext) RETURNS citext LANGUAGE sql IMMUTABLE AS $$ SELECT trim($1)::public.citext $$;
CREATE FUNCTION clean(text) RETURNS text LANGUAGE sql IMMUTABLE AS $$ SELECT trim($1) $$;
CREATE FUNCTION roots(ltree[]) RETURNS SETOF ltree LANGUAGE sql AS $$ SELECT public.subpath(p, 0, 1) FROM unnest($1) p $$;
CREATE VIEW v AS SELECT clean('x'::text) AS t, clean('x'::citext) AS c;
-- to
CREATE FUNCTION clean(text) RETURNS text LANGUAGE sql IMMUTABLE AS $$ SELECT trim($1) $$;
CREATE VIEW v AS SELECT clean('x'::text) AS t;
-- shape: require drop extension, drop function; forbid drop schema
-- shape back: require create extension, create function; forbid drop schema
