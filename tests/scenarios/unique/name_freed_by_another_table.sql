-- title: a unique constraint takes the relation name that another table's index gives up
-- from
CREATE TABLE a (x int);
CREATE INDEX shared ON a (x);
CREATE TABLE b (y int CONSTRAINT other UNIQUE);
-- seed
INSERT INTO a VALUES (1);
INSERT INTO b VALUES (1);
-- to
CREATE TABLE a (x int CONSTRAINT other UNIQUE);
CREATE TABLE b (y int CONSTRAINT shared UNIQUE);
-- seed
INSERT INTO a VALUES (1);
INSERT INTO b VALUES (1);
-- shape: require drop index, create table constraint; forbid drop table, drop table column
