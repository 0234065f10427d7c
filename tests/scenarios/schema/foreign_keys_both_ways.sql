-- title: two new schemas refer to each other
-- from
CREATE SCHEMA a;
CREATE TABLE a.left_side (id int PRIMARY KEY);
-- to
CREATE SCHEMA a;
CREATE SCHEMA b;
CREATE TABLE a.left_side (id int PRIMARY KEY, r int);
CREATE TABLE b.right_side (id int PRIMARY KEY, l int REFERENCES a.left_side);
ALTER TABLE a.left_side ADD CONSTRAINT left_right FOREIGN KEY (r) REFERENCES b.right_side;
-- seed
INSERT INTO a.left_side VALUES (1, NULL);
INSERT INTO b.right_side VALUES (1, 1);
UPDATE a.left_side SET r = 1;

-- refused back: deletes_data
