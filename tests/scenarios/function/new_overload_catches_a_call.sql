-- title: a nearer function of the name appears, and a view calls that
-- from
CREATE FUNCTION f(bigint) RETURNS text LANGUAGE sql AS $$ SELECT 'big' $$;
CREATE VIEW v AS SELECT f(1) AS x;
CREATE TABLE t (a text DEFAULT f(2));
-- seed
INSERT INTO t DEFAULT VALUES;
-- to
CREATE FUNCTION f(bigint) RETURNS text LANGUAGE sql AS $$ SELECT 'big' $$;
CREATE FUNCTION f(int) RETURNS text LANGUAGE sql AS $$ SELECT 'small' $$;
CREATE VIEW v AS SELECT f(1) AS x;
CREATE TABLE t (a text DEFAULT f(2));
-- shape: require create function; forbid drop function, drop view, drop table column
