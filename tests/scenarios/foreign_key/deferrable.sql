-- title: when a foreign key is checked changes in place
-- from
CREATE TABLE p (id int PRIMARY KEY);
CREATE TABLE c (
    a int CONSTRAINT a_fk REFERENCES p,
    b int CONSTRAINT b_fk REFERENCES p DEFERRABLE,
    c int CONSTRAINT c_fk REFERENCES p DEFERRABLE INITIALLY DEFERRED);
-- seed
INSERT INTO p VALUES (1);
INSERT INTO c VALUES (1, 1, 1);
-- to
CREATE TABLE p (id int PRIMARY KEY);
CREATE TABLE c (
    a int CONSTRAINT a_fk REFERENCES p DEFERRABLE INITIALLY DEFERRED,
    b int CONSTRAINT b_fk REFERENCES p,
    c int CONSTRAINT c_fk REFERENCES p DEFERRABLE INITIALLY IMMEDIATE);
-- seed
INSERT INTO p VALUES (1);
INSERT INTO c VALUES (1, 1, 1);
-- shape: require alter table constraint; forbid drop table constraint, drop table
-- shape back: require alter table constraint; forbid drop table constraint, drop table
