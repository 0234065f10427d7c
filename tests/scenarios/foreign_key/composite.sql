-- title: columns of a composite key pair up in another order
-- from
CREATE TABLE p (a int, b int, PRIMARY KEY (a, b), UNIQUE (b, a));
CREATE TABLE c (x int, y int, CONSTRAINT fk FOREIGN KEY (x, y) REFERENCES p (a, b));
-- seed
INSERT INTO p VALUES (1, 1);
INSERT INTO c VALUES (1, 1);
-- to
CREATE TABLE p (a int, b int, PRIMARY KEY (a, b), UNIQUE (b, a));
CREATE TABLE c (x int, y int, CONSTRAINT fk FOREIGN KEY (x, y) REFERENCES p (b, a));
-- seed
INSERT INTO p VALUES (1, 1);
INSERT INTO c VALUES (1, 1);
-- shape: require drop table constraint, create table constraint; forbid drop table, drop table column
