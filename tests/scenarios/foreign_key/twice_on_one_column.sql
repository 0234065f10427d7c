-- title: one column refers to two tables, and twice to one of them
-- from
CREATE TABLE p (id int PRIMARY KEY);
CREATE TABLE q (id int PRIMARY KEY);
CREATE TABLE c (x int REFERENCES p);
-- seed
INSERT INTO p VALUES (1);
INSERT INTO q VALUES (1);
INSERT INTO c VALUES (1);
-- to
CREATE TABLE p (id int PRIMARY KEY);
CREATE TABLE q (id int PRIMARY KEY);
CREATE TABLE c (x int REFERENCES p REFERENCES q CONSTRAINT again REFERENCES p ON DELETE CASCADE);
-- seed
INSERT INTO p VALUES (1);
INSERT INTO q VALUES (1);
INSERT INTO c VALUES (1);
-- shape: require create table constraint; forbid drop table, drop table column
