-- title: a foreign key that is written down and not enforced
-- pg: >=18
-- from
CREATE TABLE p (id int PRIMARY KEY);
CREATE TABLE c (a int CONSTRAINT a_fk REFERENCES p, b int CONSTRAINT b_fk REFERENCES p NOT ENFORCED);
-- seed
INSERT INTO p VALUES (1);
INSERT INTO c VALUES (1, 1);
-- to
CREATE TABLE p (id int PRIMARY KEY);
CREATE TABLE c (a int CONSTRAINT a_fk REFERENCES p NOT ENFORCED, b int CONSTRAINT b_fk REFERENCES p);
-- seed
INSERT INTO p VALUES (1);
INSERT INTO c VALUES (1, 1);
-- shape: forbid drop table, drop table column
