-- title: a body changes under a view and a default
-- from
CREATE FUNCTION f() RETURNS int LANGUAGE sql AS $$ SELECT 1 $$;
CREATE TABLE t (a int DEFAULT f());
CREATE VIEW v AS SELECT f() AS x;
-- seed
INSERT INTO t DEFAULT VALUES;
-- to
CREATE FUNCTION f() RETURNS int LANGUAGE sql AS $$ SELECT 2 $$;
CREATE TABLE t (a int DEFAULT f());
CREATE VIEW v AS SELECT f() AS x;
-- shape: require alter function; forbid drop function, drop view, alter default value
-- shape back: require alter function; forbid drop function, drop view
