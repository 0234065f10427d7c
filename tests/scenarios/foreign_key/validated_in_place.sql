-- title: a foreign key that is not valid yet is validated, not rebuilt
-- from
CREATE TABLE p (id int PRIMARY KEY);
CREATE TABLE c (a int);
ALTER TABLE c ADD CONSTRAINT a_fk FOREIGN KEY (a) REFERENCES p NOT VALID;
-- seed
INSERT INTO p VALUES (1);
INSERT INTO c VALUES (1);
-- to
CREATE TABLE p (id int PRIMARY KEY);
CREATE TABLE c (a int CONSTRAINT a_fk REFERENCES p);
-- seed
INSERT INTO p VALUES (1);
INSERT INTO c VALUES (1);
-- shape: require alter table constraint; forbid drop table constraint, drop table
