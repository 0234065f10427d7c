-- title: a foreign key under another name
-- from
CREATE TABLE p (id int PRIMARY KEY);
CREATE TABLE c (x int REFERENCES p);
-- seed
INSERT INTO p VALUES (1);
INSERT INTO c VALUES (1);
-- to
CREATE TABLE p (id int PRIMARY KEY);
CREATE TABLE c (x int CONSTRAINT "fk_C_to_p" REFERENCES p);
-- seed
INSERT INTO p VALUES (1);
INSERT INTO c VALUES (1);
-- shape: forbid drop table, drop table column
