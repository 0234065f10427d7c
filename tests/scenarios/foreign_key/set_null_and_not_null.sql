-- title: a reference becomes nullable and is set null, where it was required and cascaded
-- from
CREATE TABLE p (id int PRIMARY KEY);
CREATE TABLE c (x int NOT NULL CONSTRAINT fk REFERENCES p ON DELETE CASCADE);
-- seed
INSERT INTO p VALUES (1);
INSERT INTO c VALUES (1);
-- to
CREATE TABLE p (id int PRIMARY KEY);
CREATE TABLE c (x int CONSTRAINT fk REFERENCES p ON DELETE SET NULL);
-- seed
INSERT INTO p VALUES (1);
INSERT INTO c VALUES (1);
-- shape: require alter table column, drop table constraint, create table constraint; forbid drop table, drop table column
-- later: DELETE FROM p;
