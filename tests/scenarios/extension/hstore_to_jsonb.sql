-- title: hstore gives way to jsonb; there is a cast one way only
-- extensions: hstore
-- from
CREATE EXTENSION hstore;
CREATE TABLE t (id int PRIMARY KEY, h hstore);
CREATE INDEX t_h ON t USING gin (h);
-- seed
INSERT INTO t VALUES (1, 'a=>1, b=>NULL');
-- to
CREATE TABLE t (id int PRIMARY KEY, h jsonb);
CREATE INDEX t_h ON t USING gin (h);
-- shape: require drop extension; forbid drop table
-- refused back: deletes_data
