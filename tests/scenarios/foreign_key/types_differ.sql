-- title: reference and key are of different integer types
-- from
CREATE TABLE p (id bigint PRIMARY KEY);
CREATE TABLE c (x int REFERENCES p, y smallint);
-- seed
INSERT INTO p VALUES (1);
INSERT INTO c VALUES (1, 1);
-- to
CREATE TABLE p (id int PRIMARY KEY);
CREATE TABLE c (x bigint REFERENCES p, y smallint REFERENCES p);
-- seed
INSERT INTO p VALUES (1);
INSERT INTO c VALUES (1, 1);
-- shape: require alter table column; forbid drop table, drop table column
