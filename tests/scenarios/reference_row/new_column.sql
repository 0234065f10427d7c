-- title: columns come that the rows fill
-- from
CREATE TABLE t (id int PRIMARY KEY, a text);
INSERT INTO t VALUES (1, 'x');
-- to
CREATE TABLE t (id int PRIMARY KEY, a text, b int, c text);
INSERT INTO t VALUES (1, 'x', 10, 'see'), (2, 'y', 20, NULL);
-- refused: deletes_data
