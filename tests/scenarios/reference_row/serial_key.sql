-- title: rows that state the value of a serial column
-- from
CREATE TABLE t (id serial PRIMARY KEY, a text);
INSERT INTO t VALUES (1, 'one'), (2, 'two');
-- seed
INSERT INTO t VALUES (100, 'undeclared');
-- to
CREATE TABLE t (id serial PRIMARY KEY, a text);
INSERT INTO t VALUES (1, 'one'), (3, 'three');
-- seed
INSERT INTO t VALUES (100, 'undeclared');
-- refused: deletes_data
