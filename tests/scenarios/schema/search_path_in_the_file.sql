-- title: a file sets its own search_path and writes names without a schema
-- from
CREATE SCHEMA app;
CREATE TABLE app.t (id int PRIMARY KEY);
-- seed
INSERT INTO app.t VALUES (1);
-- to
CREATE SCHEMA app;
SET search_path = app, public;
CREATE TYPE mood AS ENUM ('sad', 'ok');
CREATE TABLE t (id int PRIMARY KEY, m mood NOT NULL DEFAULT 'ok');
CREATE FUNCTION low() RETURNS SETOF t LANGUAGE sql AS $$ SELECT * FROM app.t WHERE m = 'sad' $$;
CREATE VIEW v AS SELECT * FROM low();
RESET search_path;
-- seed
INSERT INTO app.t VALUES (1, 'sad');
-- shape: forbid drop table
-- refused back: deletes_data
