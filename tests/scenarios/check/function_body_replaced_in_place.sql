-- title: the body of a check's function changes, the check stays
-- from
CREATE FUNCTION valid(x text) RETURNS boolean LANGUAGE sql IMMUTABLE AS $$ SELECT x <> '' $$;
CREATE TABLE t (a text CONSTRAINT a_valid CHECK (valid(a)));
-- seed
INSERT INTO t VALUES ('x');
-- to
CREATE FUNCTION valid(x text) RETURNS boolean LANGUAGE sql IMMUTABLE AS $$ SELECT length(x) > 0 $$;
CREATE TABLE t (a text CONSTRAINT a_valid CHECK (valid(a)));
-- seed
INSERT INTO t VALUES ('x');
-- shape: require alter function; forbid drop function, drop table constraint, drop table
