-- title: the alphabet runs against the foreign keys, on the way in and on the way out
-- from
-- to
CREATE TABLE z (id int PRIMARY KEY);
CREATE TABLE y (id int PRIMARY KEY REFERENCES z);
CREATE TABLE x (id int PRIMARY KEY REFERENCES y, z int REFERENCES z);
CREATE TABLE a (id int PRIMARY KEY REFERENCES x);
-- seed
INSERT INTO z VALUES (1);
INSERT INTO y VALUES (1);
INSERT INTO x VALUES (1, 1);
INSERT INTO a VALUES (1);
-- shape: require create table
-- shape back: require drop table
-- refused back: deletes_data
