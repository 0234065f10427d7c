-- title: a generated column refers to a key
-- from
CREATE TABLE p (id int PRIMARY KEY);
CREATE TABLE c (x int, g int GENERATED ALWAYS AS (x % 10) STORED);
-- seed
INSERT INTO p VALUES (1);
INSERT INTO c VALUES (11);
-- to
CREATE TABLE p (id int PRIMARY KEY);
CREATE TABLE c (x int, g int GENERATED ALWAYS AS (x % 10) STORED REFERENCES p);
-- seed
INSERT INTO p VALUES (1);
INSERT INTO c VALUES (11);
-- shape: require create table constraint; forbid drop table, drop table column
