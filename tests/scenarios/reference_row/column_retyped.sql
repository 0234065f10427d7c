-- title: the key and a column of the rows are retyped
-- from
CREATE TABLE t (id int PRIMARY KEY, n text, s varchar(5));
INSERT INTO t VALUES (1, '1.5', 'a');
-- to
CREATE TABLE t (id bigint PRIMARY KEY, n numeric(5,2), s varchar(10));
INSERT INTO t VALUES (1, 1.5, 'a'), (2, 2.25, 'longer');
-- shape: forbid drop table column
-- refused: deletes_data
