-- title: both ends of foreign keys are retyped, one of them refers to itself
-- from
CREATE TABLE parent (id int PRIMARY KEY, up int REFERENCES parent);
CREATE TABLE child (id int PRIMARY KEY, p int NOT NULL REFERENCES parent ON DELETE CASCADE);
-- seed
INSERT INTO parent VALUES (1, NULL), (2, 1);
INSERT INTO child VALUES (1, 2);
-- to
CREATE TABLE parent (id bigint PRIMARY KEY, up bigint REFERENCES parent);
CREATE TABLE child (id int PRIMARY KEY, p bigint NOT NULL REFERENCES parent ON DELETE CASCADE);
-- seed
INSERT INTO parent VALUES (1, NULL), (2, 1);
INSERT INTO child VALUES (1, 2);
-- shape: require alter table column; forbid drop table, drop table column
