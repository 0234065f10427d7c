-- title: every sort of object gets an owner
-- roles: keeper
-- from
CREATE SCHEMA s;
CREATE TABLE t (id serial, n int GENERATED ALWAYS AS IDENTITY, a int);
CREATE INDEX t_a ON t (a);
CREATE SEQUENCE seq;
CREATE VIEW v AS SELECT a FROM t;
CREATE MATERIALIZED VIEW m AS SELECT a FROM t;
CREATE TYPE e AS ENUM ('a');
CREATE DOMAIN d AS int;
CREATE TYPE c AS (x int);
CREATE FUNCTION f(int) RETURNS int LANGUAGE sql AS $$ SELECT 1 $$;
CREATE PROCEDURE p() LANGUAGE sql AS $$ SELECT 1 $$;
-- seed
INSERT INTO t (a) VALUES (1);
-- to
CREATE SCHEMA s AUTHORIZATION keeper;
CREATE TABLE t (id serial, n int GENERATED ALWAYS AS IDENTITY, a int);
CREATE INDEX t_a ON t (a);
CREATE SEQUENCE seq;
CREATE VIEW v AS SELECT a FROM t;
CREATE MATERIALIZED VIEW m AS SELECT a FROM t;
CREATE TYPE e AS ENUM ('a');
CREATE DOMAIN d AS int;
CREATE TYPE c AS (x int);
CREATE FUNCTION f(int) RETURNS int LANGUAGE sql AS $$ SELECT 1 $$;
CREATE PROCEDURE p() LANGUAGE sql AS $$ SELECT 1 $$;
ALTER TABLE t OWNER TO keeper;
ALTER SEQUENCE seq OWNER TO keeper;
ALTER VIEW v OWNER TO keeper;
ALTER MATERIALIZED VIEW m OWNER TO keeper;
ALTER TYPE e OWNER TO keeper;
ALTER DOMAIN d OWNER TO keeper;
ALTER TYPE c OWNER TO keeper;
ALTER FUNCTION f(int) OWNER TO keeper;
ALTER PROCEDURE p() OWNER TO keeper;
-- seed
INSERT INTO t (a) VALUES (1);
-- shape: forbid drop table, drop view, drop type, drop function, drop sequence, drop schema
-- shape back: forbid drop table, drop view, drop type, drop function, drop sequence, drop schema
