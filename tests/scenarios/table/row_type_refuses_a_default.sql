-- title: a column with a default on a table whose row type is used: it cannot come in one step
-- from
CREATE TABLE address (street text);
CREATE TABLE person (id int PRIMARY KEY, home address);
-- seed
INSERT INTO person VALUES (1, ROW('s'));
-- to
CREATE TABLE address (street text, country text DEFAULT 'ch');
CREATE TABLE person (id int PRIMARY KEY, home address);
-- seed
INSERT INTO person VALUES (1, ROW('s', 'ch'));
-- shape: forbid drop table
-- refused back: deletes_data
