-- title: a foreign key of the same name points at another table, the old one goes
-- from
CREATE TABLE old_p (id int PRIMARY KEY);
CREATE TABLE c (p int NOT NULL CONSTRAINT fk REFERENCES old_p);
-- to
CREATE TABLE new_p (id int PRIMARY KEY);
CREATE TABLE c (p int NOT NULL CONSTRAINT fk REFERENCES new_p);
-- shape: require drop table, create table, drop table constraint, create table constraint
-- refused: deletes_data
-- refused back: deletes_data
