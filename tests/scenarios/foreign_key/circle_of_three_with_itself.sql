-- title: three tables in a circle, one of them also to itself; one leaves the circle
-- from
CREATE TABLE a (id int PRIMARY KEY, b int);
CREATE TABLE b (id int PRIMARY KEY, c int);
CREATE TABLE c (id int PRIMARY KEY, a int REFERENCES a, c int REFERENCES c);
ALTER TABLE a ADD FOREIGN KEY (b) REFERENCES b;
ALTER TABLE b ADD FOREIGN KEY (c) REFERENCES c;
-- seed
INSERT INTO a VALUES (1, NULL);
INSERT INTO b VALUES (1, NULL);
INSERT INTO c VALUES (1, 1, 1);
-- to
CREATE TABLE a (id int PRIMARY KEY);
CREATE TABLE c (id int PRIMARY KEY, a int REFERENCES a, c int REFERENCES c ON DELETE CASCADE);
-- seed
INSERT INTO a VALUES (1);
INSERT INTO c VALUES (1, 1, 1);
-- shape: require drop table; forbid create table
-- refused: deletes_data
