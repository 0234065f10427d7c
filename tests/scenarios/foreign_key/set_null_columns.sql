-- title: SET NULL and SET DEFAULT that touch only some of the columns
-- pg: >=15
-- from
CREATE TABLE p (a int, b int, PRIMARY KEY (a, b));
CREATE TABLE c (a int NOT NULL, b int, d int DEFAULT 0, CONSTRAINT fk FOREIGN KEY (a, b) REFERENCES p ON DELETE SET NULL (b), CONSTRAINT fk2 FOREIGN KEY (a, d) REFERENCES p ON DELETE SET DEFAULT);
-- seed
INSERT INTO p VALUES (1, 1);
INSERT INTO c VALUES (1, 1, 1);
-- to
CREATE TABLE p (a int, b int, PRIMARY KEY (a, b));
CREATE TABLE c (a int NOT NULL, b int, d int DEFAULT 0, CONSTRAINT fk FOREIGN KEY (a, b) REFERENCES p ON DELETE SET NULL, CONSTRAINT fk2 FOREIGN KEY (a, d) REFERENCES p ON DELETE SET DEFAULT (d));
-- seed
INSERT INTO p VALUES (1, 1);
INSERT INTO c VALUES (1, 1, 1);
-- shape: require drop table constraint, create table constraint; forbid drop table, drop table column
