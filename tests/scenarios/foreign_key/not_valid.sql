-- title: a foreign key that old rows need not meet, and one that becomes valid
-- from
CREATE TABLE p (id int PRIMARY KEY);
CREATE TABLE c (a int, b int);
ALTER TABLE c ADD CONSTRAINT b_fk FOREIGN KEY (b) REFERENCES p NOT VALID;
-- seed
INSERT INTO p VALUES (1);
INSERT INTO c VALUES (99, 1);
-- to
CREATE TABLE p (id int PRIMARY KEY);
CREATE TABLE c (a int, b int CONSTRAINT b_fk REFERENCES p);
ALTER TABLE c ADD CONSTRAINT a_fk FOREIGN KEY (a) REFERENCES p NOT VALID;
-- seed
INSERT INTO p VALUES (1);
INSERT INTO c VALUES (1, 1);
-- shape: require create table constraint; forbid drop table, drop table column
