-- title: MATCH SIMPLE and MATCH FULL
-- from
CREATE TABLE p (a int, b int, PRIMARY KEY (a, b));
CREATE TABLE c (a int, b int, x int, y int, CONSTRAINT one FOREIGN KEY (a, b) REFERENCES p, CONSTRAINT two FOREIGN KEY (x, y) REFERENCES p MATCH FULL);
-- seed
INSERT INTO p VALUES (1, 1);
INSERT INTO c VALUES (1, 1, NULL, NULL);
-- to
CREATE TABLE p (a int, b int, PRIMARY KEY (a, b));
CREATE TABLE c (a int, b int, x int, y int, CONSTRAINT one FOREIGN KEY (a, b) REFERENCES p MATCH FULL, CONSTRAINT two FOREIGN KEY (x, y) REFERENCES p);
-- seed
INSERT INTO p VALUES (1, 1);
INSERT INTO c VALUES (1, 1, NULL, NULL);
-- shape: require drop table constraint, create table constraint; forbid drop table, drop table column
