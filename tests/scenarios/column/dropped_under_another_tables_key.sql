-- title: a unique column goes that another table's foreign key needs, and the reference goes to the primary key
-- from
CREATE TABLE p (id int PRIMARY KEY, code int UNIQUE);
CREATE TABLE c (x int CONSTRAINT to_p REFERENCES p (code));
-- seed
INSERT INTO p VALUES (1, 1);
INSERT INTO c VALUES (1);
-- to
CREATE TABLE p (id int PRIMARY KEY);
CREATE TABLE c (x int CONSTRAINT to_p REFERENCES p);
-- seed
INSERT INTO p VALUES (1);
-- shape: require drop table column, drop table constraint, create table constraint; forbid drop table
-- refused: deletes_data
