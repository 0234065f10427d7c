-- title: a new parent, a new column in the child and the key between them
-- from
CREATE TABLE c (id int PRIMARY KEY);
-- seed
INSERT INTO c VALUES (1);
-- to
CREATE TABLE zparent (id int GENERATED ALWAYS AS IDENTITY PRIMARY KEY);
CREATE TABLE c (id int PRIMARY KEY, p int REFERENCES zparent);
CREATE INDEX c_p ON c (p);
-- seed
INSERT INTO c VALUES (1);
-- shape: require create table, create table column; forbid drop table
-- shape back: require drop table, drop table column
-- refused back: deletes_data
