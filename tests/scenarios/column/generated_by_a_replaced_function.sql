-- title: the function of a generated column is replaced by one of another result type
-- from
CREATE FUNCTION norm(text) RETURNS text LANGUAGE sql IMMUTABLE AS $$ SELECT lower($1) $$;
CREATE TABLE t (a text, g text GENERATED ALWAYS AS (norm(a)) STORED);
-- seed
INSERT INTO t VALUES ('A');
-- to
CREATE FUNCTION norm(text) RETURNS varchar LANGUAGE sql IMMUTABLE AS $$ SELECT lower($1)::varchar $$;
CREATE TABLE t (a text, g text GENERATED ALWAYS AS (norm(a)) STORED);
-- seed
INSERT INTO t VALUES ('A');
-- shape: require drop function, create function; forbid drop table
