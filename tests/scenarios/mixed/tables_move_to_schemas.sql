-- title: a table, its sequence and its views are wanted in another schema
-- from
CREATE TABLE t (id serial PRIMARY KEY, a text);
CREATE TABLE u (t_id int REFERENCES t);
CREATE VIEW v AS SELECT a FROM t;
-- to
CREATE SCHEMA app;
CREATE TABLE app.t (id serial PRIMARY KEY, a text);
CREATE TABLE u (t_id int REFERENCES app.t);
CREATE VIEW app.v AS SELECT a FROM app.t;
-- refused: deletes_data
