-- title: a schema appears with one of everything in it
-- from
-- to
CREATE SCHEMA app;
CREATE TYPE app.mood AS ENUM ('sad', 'ok');
CREATE DOMAIN app.positive AS int CHECK (VALUE > 0);
CREATE SEQUENCE app.ticket;
CREATE FUNCTION app.next_ticket() RETURNS bigint LANGUAGE sql AS $$ SELECT nextval('app.ticket') $$;
CREATE TABLE app.t (id bigint PRIMARY KEY DEFAULT app.next_ticket(), m app.mood NOT NULL DEFAULT 'ok', n app.positive);
CREATE INDEX t_m ON app.t (m);
CREATE VIEW app.v AS SELECT id, m FROM app.t;
CREATE MATERIALIZED VIEW app.mv AS SELECT m, count(*) AS c FROM app.t GROUP BY m;
COMMENT ON SCHEMA app IS 'the application';
-- seed
INSERT INTO app.t (n) VALUES (1), (2);
-- shape: require create schema, create table
-- shape back: require drop schema, drop table
-- refused back: deletes_data
-- later: CREATE VIEW later_v AS SELECT id FROM app.t;
