-- title: the table stays, no row of it is declared any more
-- from
CREATE TABLE t (id int PRIMARY KEY, a text);
INSERT INTO t VALUES (1, 'x');
-- seed
INSERT INTO t VALUES (2, 'undeclared');
-- to
CREATE TABLE t (id int PRIMARY KEY, a text);
-- refused: deletes_data
