-- title: a scalar becomes an array of itself; there is no cast
-- from
CREATE TABLE t (id int PRIMARY KEY, tag text, n int NOT NULL DEFAULT 0);
-- seed
INSERT INTO t VALUES (1, NULL, 5);
-- to
CREATE TABLE t (id int PRIMARY KEY, tag text[], n int[] NOT NULL DEFAULT '{}');
-- seed
INSERT INTO t VALUES (1, NULL, '{5}');
-- shape: forbid drop table
-- refused: deletes_data
-- refused back: deletes_data
