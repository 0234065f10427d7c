-- title: a foreign key comes, another goes
-- from
CREATE TABLE p (id int PRIMARY KEY);
CREATE TABLE c (a int, b int CONSTRAINT b_fk REFERENCES p);
-- seed
INSERT INTO p VALUES (1);
INSERT INTO c VALUES (1, 1);
-- to
CREATE TABLE p (id int PRIMARY KEY);
CREATE TABLE c (a int CONSTRAINT a_fk REFERENCES p, b int);
-- seed
INSERT INTO p VALUES (1);
INSERT INTO c VALUES (1, 1);
-- shape: require create table constraint, drop table constraint; forbid drop table, drop table column
-- later: INSERT INTO c VALUES (1, 99);
