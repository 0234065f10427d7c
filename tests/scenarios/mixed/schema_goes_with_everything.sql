-- title: a schema goes with all in it while another takes its place
-- from
CREATE SCHEMA old;
CREATE TYPE old.e AS ENUM ('a');
CREATE TABLE old.t (id serial PRIMARY KEY, e old.e);
CREATE TABLE old.u (t int REFERENCES old.t);
CREATE VIEW old.v AS SELECT id FROM old.t;
CREATE FUNCTION old.f() RETURNS SETOF old.v LANGUAGE sql AS $$ SELECT id FROM old.t $$;
CREATE VIEW v AS SELECT id FROM old.f();
-- seed
INSERT INTO old.t (e) VALUES ('a');
-- to
CREATE SCHEMA new;
CREATE TYPE new.e AS ENUM ('a');
CREATE TABLE new.t (id serial PRIMARY KEY, e new.e);
CREATE TABLE new.u (t int REFERENCES new.t);
CREATE VIEW new.v AS SELECT id FROM new.t;
CREATE FUNCTION new.f() RETURNS SETOF new.v LANGUAGE sql AS $$ SELECT id FROM new.t $$;
CREATE VIEW v AS SELECT id FROM new.f();
-- refused: deletes_data
