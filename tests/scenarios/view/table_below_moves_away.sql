-- title: a view reads another table of the same shape
-- from
CREATE TABLE t (a int);
CREATE VIEW v AS SELECT a FROM t;
-- to
CREATE SCHEMA archive;
CREATE TABLE archive.t (a int);
CREATE VIEW v AS SELECT a FROM archive.t;
-- refused: deletes_data
