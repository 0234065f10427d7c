-- title: a table lives in another schema, with its own enum beside it
-- from
CREATE SCHEMA a;
CREATE SCHEMA b;
CREATE TYPE a.kind AS ENUM ('x');
CREATE TABLE a.t (id int PRIMARY KEY, k a.kind);
CREATE VIEW b.v AS SELECT id FROM a.t;
-- to
CREATE SCHEMA a;
CREATE SCHEMA b;
CREATE TYPE b.kind AS ENUM ('x');
CREATE TABLE b.t (id int PRIMARY KEY, k b.kind);
CREATE VIEW b.v AS SELECT id FROM b.t;
-- refused: deletes_data
-- refused back: deletes_data
