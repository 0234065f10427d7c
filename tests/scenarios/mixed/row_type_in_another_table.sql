-- title: a table's row type is the type of columns, also of an array
-- from
CREATE TABLE item (a int, b text);
CREATE TABLE box (id int, one item, many item[]);
-- seed
INSERT INTO box VALUES (1, ROW(1, 'x'), NULL);
-- to
CREATE TABLE item (a int, b text, c date);
CREATE TABLE box (id int, one item, many item[], note text);
-- seed
INSERT INTO box VALUES (1, ROW(1, 'x', NULL), NULL, 'n');
-- shape: forbid drop table
-- refused: deletes_data
