-- title: an argument with a default is added to a function in use
-- from
CREATE FUNCTION f(a int) RETURNS int LANGUAGE sql AS $$ SELECT a $$;
CREATE VIEW v AS SELECT f(1) AS x;
CREATE TABLE t (x int DEFAULT f(2));
-- seed
INSERT INTO t DEFAULT VALUES;
-- to
CREATE FUNCTION f(a int, b text DEFAULT 'x') RETURNS int LANGUAGE sql AS $$ SELECT a $$;
CREATE VIEW v AS SELECT f(1) AS x;
CREATE TABLE t (x int DEFAULT f(2));
-- shape: require create function, drop function; forbid drop table column
