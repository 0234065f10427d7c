-- title: a table gives its name and its index's name to a materialized view
-- from
CREATE TABLE base (id int PRIMARY KEY);
CREATE TABLE thing (id int);
CREATE INDEX thing_id ON thing (id);
-- seed
INSERT INTO base VALUES (1);
-- to
CREATE TABLE base (id int PRIMARY KEY);
CREATE MATERIALIZED VIEW thing AS SELECT id FROM base;
CREATE INDEX thing_id ON thing (id);
-- seed
INSERT INTO base VALUES (1);
-- shape: require drop table, create materialized view
-- refused: deletes_data
