-- title: a key goes with the references to it, its table and column stay
-- from
CREATE TABLE p (id serial PRIMARY KEY, x int);
CREATE TABLE c (p int REFERENCES p, q int REFERENCES p (id));
CREATE VIEW v AS SELECT id, x FROM p GROUP BY id;
-- seed
INSERT INTO p (x) VALUES (1);
INSERT INTO c VALUES (1, 1);
-- to
CREATE TABLE p (id int, x int);
CREATE TABLE c (p int, q int);
CREATE VIEW v AS SELECT DISTINCT id, x FROM p;
-- seed
INSERT INTO p VALUES (1, 1);
INSERT INTO c VALUES (1, 1);
-- shape: require drop table constraint; forbid drop table, drop table column
