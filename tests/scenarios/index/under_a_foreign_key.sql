-- title: a foreign key leans on a bare unique index that is rebuilt
-- from
CREATE TABLE p (a int, b int);
CREATE UNIQUE INDEX p_key ON p (a);
CREATE TABLE c (a int CONSTRAINT c_a_fkey REFERENCES p (a));
-- seed
INSERT INTO p VALUES (1, 2);
INSERT INTO c VALUES (1);
-- to
CREATE TABLE p (a int, b int);
CREATE UNIQUE INDEX p_key ON p (a) INCLUDE (b);
CREATE TABLE c (a int CONSTRAINT c_a_fkey REFERENCES p (a));
