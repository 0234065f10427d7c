-- title: a function under a check, an index and a generated column gets another argument name
-- from
CREATE FUNCTION valid(x text) RETURNS boolean LANGUAGE sql IMMUTABLE AS $$ SELECT x <> '' $$;
CREATE TABLE t (a text CONSTRAINT a_valid CHECK (valid(a)), g boolean GENERATED ALWAYS AS (valid(a)) STORED);
CREATE INDEX t_valid ON t (valid(a));
-- seed
INSERT INTO t VALUES ('x');
-- to
CREATE FUNCTION valid(y text) RETURNS boolean LANGUAGE sql IMMUTABLE AS $$ SELECT y <> '' $$;
CREATE TABLE t (a text CONSTRAINT a_valid CHECK (valid(a)), g boolean GENERATED ALWAYS AS (valid(a)) STORED);
CREATE INDEX t_valid ON t (valid(a));
-- seed
INSERT INTO t VALUES ('x');
-- shape: require drop function, create function; forbid drop table
