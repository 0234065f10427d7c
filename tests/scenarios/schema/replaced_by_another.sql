-- title: a schema of one name gives way to one of another, both hold a table of the same name
-- from
CREATE SCHEMA old_app;
CREATE TABLE old_app.t (id int PRIMARY KEY);
-- seed
INSERT INTO old_app.t VALUES (1);
-- to
CREATE SCHEMA new_app;
CREATE TABLE new_app.t (id int PRIMARY KEY);
-- seed
INSERT INTO new_app.t VALUES (2);
-- refused: deletes_data
-- refused back: deletes_data
