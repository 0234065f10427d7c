-- title: a table with deferred keys gets rows and is altered: no trigger events may be pending
-- from
CREATE TABLE p (id int PRIMARY KEY);
CREATE TABLE c (id int PRIMARY KEY, p int REFERENCES p DEFERRABLE INITIALLY DEFERRED);
-- seed
INSERT INTO p VALUES (1);
INSERT INTO c VALUES (1, 1);
-- to
CREATE TABLE p (id int PRIMARY KEY, x text NOT NULL DEFAULT 'x');
CREATE TABLE c (id bigint PRIMARY KEY, p int NOT NULL REFERENCES p DEFERRABLE INITIALLY DEFERRED, y int DEFAULT 5);
-- seed
INSERT INTO p VALUES (1);
INSERT INTO c VALUES (1, 1);
-- shape: require alter table column; forbid drop table
-- refused back: deletes_data
-- later: INSERT INTO c VALUES (2, 1);
