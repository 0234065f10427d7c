-- title: two tables of different columns swap their names, and nobody said rename
-- from
CREATE TABLE a (x int);
CREATE TABLE b (y text);
-- to
CREATE TABLE a (y text);
CREATE TABLE b (x int);
-- shape: forbid drop table
-- refused: deletes_data
-- refused back: deletes_data
