-- title: a key of an extension's type
-- extensions: citext
-- from
CREATE EXTENSION citext;
CREATE TABLE t (name citext PRIMARY KEY, a text);
INSERT INTO t VALUES ('Admin', 'x');
-- to
CREATE EXTENSION citext;
CREATE TABLE t (name citext PRIMARY KEY, a text);
INSERT INTO t VALUES ('admin', 'y'), ('Guest', 'z');
-- refused: deletes_data
