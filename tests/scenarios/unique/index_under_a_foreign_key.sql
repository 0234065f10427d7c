-- title: a foreign key that stands on a bare unique index, which is replaced
-- from
CREATE TABLE parent (id int, x int);
CREATE UNIQUE INDEX parent_id ON parent (id);
CREATE TABLE child (p int REFERENCES parent (id));
-- seed
INSERT INTO parent VALUES (1, 1);
INSERT INTO child VALUES (1);
-- to
CREATE TABLE parent (id int, x int);
CREATE UNIQUE INDEX parent_id ON parent (id) INCLUDE (x);
CREATE TABLE child (p int REFERENCES parent (id));
-- seed
INSERT INTO parent VALUES (1, 1);
INSERT INTO child VALUES (1);
-- shape: require drop index, create index, drop table constraint, create table constraint; forbid drop table, drop table column
