-- title: a table whose row type is a column of another gets a column and loses one
-- from
CREATE TABLE address (street text, zip text);
CREATE TABLE person (id int PRIMARY KEY, home address, others address[]);
-- seed
INSERT INTO person VALUES (1, ROW('s', 'z'), ARRAY[ROW('a', 'b')::address]);
-- to
CREATE TABLE address (street text, city text);
CREATE TABLE person (id int PRIMARY KEY, home address, others address[]);
-- seed
INSERT INTO person VALUES (1, ROW('s', 'c'), ARRAY[ROW('a', 'b')::address]);
-- shape: forbid drop table
-- refused: deletes_data
-- refused back: deletes_data
