-- title: a parent and its children change persistence together; the order along the keys matters
-- from
CREATE TABLE parent (id int PRIMARY KEY);
CREATE TABLE child (id int PRIMARY KEY, p int REFERENCES parent);
CREATE TABLE grandchild (id int PRIMARY KEY, c int REFERENCES child);
-- seed
INSERT INTO parent VALUES (1);
INSERT INTO child VALUES (1, 1);
INSERT INTO grandchild VALUES (1, 1);
-- to
CREATE UNLOGGED TABLE parent (id int PRIMARY KEY);
CREATE UNLOGGED TABLE child (id int PRIMARY KEY, p int REFERENCES parent);
CREATE UNLOGGED TABLE grandchild (id int PRIMARY KEY, c int REFERENCES child);
-- seed
INSERT INTO parent VALUES (1);
INSERT INTO child VALUES (1, 1);
INSERT INTO grandchild VALUES (1, 1);
-- shape: require alter table; forbid drop table
-- shape back: require alter table; forbid drop table
