-- title: names change places between a table, a sequence and an index
-- from
CREATE TABLE one (id int);
CREATE SEQUENCE two;
CREATE TABLE holder (id int);
CREATE INDEX three ON holder (id);
-- seed
INSERT INTO holder VALUES (1);
-- to
CREATE SEQUENCE one;
CREATE TABLE holder (id int);
CREATE INDEX two ON holder (id);
CREATE TABLE three (id int);
-- seed
INSERT INTO holder VALUES (1);
-- refused: deletes_data
-- refused back: deletes_data
