-- title: a unique constraint is replaced under a foreign key in another schema
-- from
CREATE SCHEMA s;
CREATE TABLE parent (a int, b int, CONSTRAINT ab UNIQUE (a, b));
CREATE TABLE s.child (x int, y int, CONSTRAINT to_ab FOREIGN KEY (x, y) REFERENCES parent (a, b) MATCH FULL ON UPDATE CASCADE DEFERRABLE);
-- seed
INSERT INTO parent VALUES (1, 2);
INSERT INTO s.child VALUES (1, 2);
-- to
CREATE SCHEMA s;
CREATE TABLE parent (a int, b int, c int, CONSTRAINT ab UNIQUE (b, a) INCLUDE (c));
CREATE TABLE s.child (x int, y int, CONSTRAINT to_ab FOREIGN KEY (x, y) REFERENCES parent (a, b) MATCH FULL ON UPDATE CASCADE DEFERRABLE);
-- seed
INSERT INTO parent VALUES (1, 2);
INSERT INTO s.child VALUES (1, 2);
-- shape: require drop table constraint, create table constraint; forbid drop table
-- refused back: deletes_data
