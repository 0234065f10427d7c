-- title: a tree refers to itself, from a new table and in an old one
-- from
CREATE TABLE tree (id int PRIMARY KEY, up int);
-- seed
INSERT INTO tree VALUES (1, NULL), (2, 1);
-- to
CREATE TABLE tree (id int PRIMARY KEY, up int REFERENCES tree ON DELETE CASCADE);
CREATE TABLE forest (id int PRIMARY KEY, up int NOT NULL REFERENCES forest, UNIQUE (id, up), best int, FOREIGN KEY (best, up) REFERENCES forest (id, up));
-- seed
INSERT INTO tree VALUES (1, NULL), (2, 1);
-- shape: require create table constraint, create table; forbid drop table
-- refused back: deletes_data
