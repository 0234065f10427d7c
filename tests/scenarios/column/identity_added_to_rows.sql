-- title: an identity column and a serial column join a table with rows
-- from
CREATE TABLE t (x text);
-- seed
INSERT INTO t VALUES ('a'), ('b');
-- to
CREATE TABLE t (x text, id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, n serial);
-- seed
INSERT INTO t (x) VALUES ('a'), ('b');
-- shape: require create table column; forbid drop table
-- refused back: deletes_data
-- later: INSERT INTO t (x) VALUES ('later');
