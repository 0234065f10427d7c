-- title: a schema between two others is dropped, a table and a view stop using it
-- from
CREATE SCHEMA a;
CREATE SCHEMA m;
CREATE SCHEMA z;
CREATE TYPE m.state AS ENUM ('on', 'off');
CREATE FUNCTION m.default_state() RETURNS m.state LANGUAGE sql IMMUTABLE AS $$ SELECT 'on'::m.state $$;
CREATE TABLE a.t (id int PRIMARY KEY, s m.state DEFAULT m.default_state());
CREATE VIEW z.v AS SELECT id, s, m.default_state() AS d FROM a.t;
-- seed
INSERT INTO a.t VALUES (1, 'on'), (2, 'off');
-- to
CREATE SCHEMA a;
CREATE SCHEMA z;
CREATE TYPE z.state AS ENUM ('on', 'off');
CREATE TABLE a.t (id int PRIMARY KEY, s z.state DEFAULT 'on');
CREATE VIEW z.v AS SELECT id, s FROM a.t;
-- seed
INSERT INTO a.t VALUES (1, 'on'), (2, 'off');
-- shape: require drop schema; forbid drop table, drop table column
-- shape back: require create schema; forbid drop table, drop table column
