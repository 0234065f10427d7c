-- title: key and reference change to a type that has no operator with the old one
-- from
CREATE TABLE parent (id int PRIMARY KEY);
CREATE TABLE child (p int NOT NULL REFERENCES parent ON UPDATE CASCADE);
-- seed
INSERT INTO parent VALUES (1);
INSERT INTO child VALUES (1);
-- to
CREATE TABLE parent (id text PRIMARY KEY);
CREATE TABLE child (p text NOT NULL REFERENCES parent ON UPDATE CASCADE);
-- seed
INSERT INTO parent VALUES (1);
INSERT INTO child VALUES (1);
-- shape: require alter table column; forbid drop table, drop table column
