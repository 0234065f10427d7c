-- title: primary and foreign keys of an enum that loses a label
-- from
CREATE TYPE e AS ENUM ('a', 'b', 'c');
CREATE TABLE p (x e PRIMARY KEY);
CREATE TABLE c (id int, x e REFERENCES p ON UPDATE CASCADE);
-- seed
INSERT INTO p VALUES ('a'), ('c');
INSERT INTO c VALUES (1, 'c');
-- to
CREATE TYPE e AS ENUM ('a', 'c');
CREATE TABLE p (x e PRIMARY KEY);
CREATE TABLE c (id int, x e REFERENCES p ON UPDATE CASCADE);
-- seed
INSERT INTO p VALUES ('a'), ('c');
INSERT INTO c VALUES (1, 'c');
-- shape: forbid drop table, drop table column
