-- title: a foreign key moves from the primary key to a unique key
-- from
CREATE TABLE p (id int PRIMARY KEY, code int NOT NULL UNIQUE);
CREATE TABLE c (x int CONSTRAINT fk REFERENCES p (id));
-- seed
INSERT INTO p VALUES (1, 1);
INSERT INTO c VALUES (1);
-- to
CREATE TABLE p (id int PRIMARY KEY, code int NOT NULL UNIQUE);
CREATE TABLE c (x int CONSTRAINT fk REFERENCES p (code));
-- seed
INSERT INTO p VALUES (1, 1);
INSERT INTO c VALUES (1);
-- shape: require drop table constraint, create table constraint; forbid drop table, drop table column
