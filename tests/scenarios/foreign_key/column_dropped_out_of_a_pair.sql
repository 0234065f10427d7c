-- title: one column of a composite reference goes, the reference keeps its name
-- from
CREATE TABLE p (tenant int, id int, PRIMARY KEY (tenant, id), UNIQUE (id));
CREATE TABLE c (tenant int, p int, CONSTRAINT fk FOREIGN KEY (tenant, p) REFERENCES p ON DELETE CASCADE);
-- seed
INSERT INTO p VALUES (1, 1);
INSERT INTO c VALUES (1, 1);
-- to
CREATE TABLE p (tenant int, id int, PRIMARY KEY (tenant, id), UNIQUE (id));
CREATE TABLE c (p int, CONSTRAINT fk FOREIGN KEY (p) REFERENCES p (id) ON DELETE CASCADE);
-- seed
INSERT INTO p VALUES (1, 1);
INSERT INTO c VALUES (1);
-- shape: require drop table column, create table constraint; forbid drop table
-- refused: deletes_data
