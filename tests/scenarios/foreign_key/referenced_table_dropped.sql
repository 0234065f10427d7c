-- title: the referenced table goes, the reference stays as data
-- from
CREATE TABLE p (id int PRIMARY KEY);
CREATE TABLE c (id int PRIMARY KEY, p int NOT NULL REFERENCES p ON DELETE CASCADE);
CREATE INDEX c_p ON c (p);
-- seed
INSERT INTO p VALUES (1);
INSERT INTO c VALUES (1, 1);
-- to
CREATE TABLE c (id int PRIMARY KEY, p int NOT NULL);
CREATE INDEX c_p ON c (p);
-- shape: require drop table, drop table constraint; forbid drop index
-- shape back: require create table, create table constraint; forbid drop table
-- refused: deletes_data
