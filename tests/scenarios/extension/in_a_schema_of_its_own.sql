-- title: an extension in its own schema, under a column, a default, an index
-- extensions: hstore
-- from
CREATE TABLE t (id int PRIMARY KEY);
-- seed
INSERT INTO t VALUES (1);
-- to
CREATE SCHEMA ext;
CREATE EXTENSION hstore SCHEMA ext;
CREATE TABLE t (id int PRIMARY KEY, h ext.hstore NOT NULL DEFAULT ''::ext.hstore);
CREATE INDEX t_h ON t USING gin (h);
CREATE INDEX t_has ON t (((h OPERATOR(ext.->) 'k')));
-- seed
INSERT INTO t VALUES (1, 'k=>v');
-- shape: require create extension, create schema; forbid drop table
-- shape back: require drop extension, drop schema; forbid drop table
-- refused back: deletes_data
