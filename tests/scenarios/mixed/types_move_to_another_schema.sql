-- title: enum, domain and composite move to another schema under a table
-- from
CREATE SCHEMA app;
CREATE TYPE e AS ENUM ('a', 'b');
CREATE DOMAIN d AS int CONSTRAINT d_pos CHECK (VALUE > 0);
CREATE TYPE c AS (x int, y text);
CREATE TABLE t (id int PRIMARY KEY, e e DEFAULT 'a', d d);
CREATE FUNCTION f(c) RETURNS e LANGUAGE plpgsql AS $$ BEGIN RETURN NULL; END $$;
-- seed
INSERT INTO t VALUES (1, 'b', 5);
-- to
CREATE SCHEMA app;
CREATE TYPE app.e AS ENUM ('a', 'b');
CREATE DOMAIN app.d AS int CONSTRAINT d_pos CHECK (VALUE > 0);
CREATE TYPE app.c AS (x int, y text);
CREATE TABLE t (id int PRIMARY KEY, e app.e DEFAULT 'a', d app.d);
CREATE FUNCTION f(app.c) RETURNS app.e LANGUAGE plpgsql AS $$ BEGIN RETURN NULL; END $$;
-- seed
INSERT INTO t VALUES (1, 'b', 5);
-- shape: forbid drop table, drop table column
