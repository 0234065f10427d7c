-- title: owner and definition change in one go
-- roles: keeper
-- from
CREATE VIEW v AS SELECT 1 AS a;
CREATE FUNCTION f() RETURNS int LANGUAGE sql AS $$ SELECT 1 $$;
CREATE TYPE e AS ENUM ('a');
CREATE SEQUENCE s;
CREATE TABLE t (a int);
-- to
CREATE VIEW v AS SELECT 1 AS a, 2 AS b;
ALTER VIEW v OWNER TO keeper;
CREATE FUNCTION f() RETURNS int LANGUAGE sql AS $$ SELECT 2 $$;
ALTER FUNCTION f() OWNER TO keeper;
CREATE TYPE e AS ENUM ('a', 'b');
ALTER TYPE e OWNER TO keeper;
CREATE SEQUENCE s INCREMENT BY 2;
ALTER SEQUENCE s OWNER TO keeper;
CREATE TABLE t (a int, b int);
ALTER TABLE t OWNER TO keeper;
-- shape: forbid drop view, drop function, drop type, drop sequence, drop table
