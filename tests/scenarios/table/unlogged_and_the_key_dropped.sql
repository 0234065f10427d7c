-- title: only the parent becomes unlogged, its foreign key goes
-- from
CREATE TABLE parent (id int PRIMARY KEY);
CREATE TABLE child (p int CONSTRAINT to_parent REFERENCES parent);
-- seed
INSERT INTO parent VALUES (1);
INSERT INTO child VALUES (1);
-- to
CREATE UNLOGGED TABLE parent (id int PRIMARY KEY);
CREATE TABLE child (p int);
-- seed
INSERT INTO parent VALUES (1);
INSERT INTO child VALUES (1);
-- shape: require alter table, drop table constraint; forbid drop table
