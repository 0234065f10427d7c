-- title: objects of one name in two schemas change apart
-- from
CREATE SCHEMA a;
CREATE SCHEMA b;
CREATE TYPE a.e AS ENUM ('x', 'y');
CREATE TYPE b.e AS ENUM ('x', 'y');
CREATE TABLE a.t (id int CONSTRAINT t_pkey PRIMARY KEY, e a.e);
CREATE TABLE b.t (id int CONSTRAINT t_pkey PRIMARY KEY, e b.e);
CREATE FUNCTION a.f() RETURNS int LANGUAGE sql AS $$ SELECT 1 $$;
CREATE FUNCTION b.f() RETURNS int LANGUAGE sql AS $$ SELECT 1 $$;
CREATE VIEW a.v AS SELECT a.f() AS x FROM b.t;
CREATE VIEW b.v AS SELECT b.f() AS x FROM a.t;
-- seed
INSERT INTO a.t VALUES (1, 'x');
INSERT INTO b.t VALUES (1, 'x');
-- to
CREATE SCHEMA a;
CREATE SCHEMA b;
CREATE TYPE a.e AS ENUM ('x', 'y', 'z');
CREATE TYPE b.e AS ENUM ('x');
CREATE TABLE a.t (id bigint CONSTRAINT t_pkey PRIMARY KEY, e a.e);
CREATE TABLE b.t (id int CONSTRAINT t_pkey PRIMARY KEY, e b.e);
CREATE FUNCTION a.f() RETURNS bigint LANGUAGE sql AS $$ SELECT 1::bigint $$;
CREATE FUNCTION b.f() RETURNS int LANGUAGE sql AS $$ SELECT 2 $$;
CREATE VIEW a.v AS SELECT b.f() AS x FROM b.t;
CREATE VIEW b.v AS SELECT a.f() AS x FROM a.t;
-- seed
INSERT INTO a.t VALUES (1, 'x');
INSERT INTO b.t VALUES (1, 'x');
-- shape: forbid drop table, drop table column
