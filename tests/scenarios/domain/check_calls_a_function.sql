-- title: the function in a domain's check changes its signature
-- from
CREATE FUNCTION ok(text) RETURNS boolean LANGUAGE sql IMMUTABLE AS $$ SELECT $1 <> '' $$;
CREATE DOMAIN d AS text CONSTRAINT d_ok CHECK (ok(VALUE));
CREATE TABLE t (a d);
-- seed
INSERT INTO t VALUES ('x');
-- to
CREATE FUNCTION ok(text, int DEFAULT 5) RETURNS boolean LANGUAGE sql IMMUTABLE AS $$ SELECT length($1) < $2 $$;
CREATE DOMAIN d AS text CONSTRAINT d_ok CHECK (ok(VALUE));
CREATE TABLE t (a d);
-- seed
INSERT INTO t VALUES ('x');
-- shape: forbid drop type, drop table column
