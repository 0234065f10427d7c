-- title: an enum becomes a table of its name, its column a foreign key
-- from
CREATE TYPE status AS ENUM ('a', 'b');
CREATE TABLE t (id int PRIMARY KEY, s status);
-- seed
INSERT INTO t VALUES (1, NULL);
-- to
CREATE TABLE status (name text PRIMARY KEY);
INSERT INTO status VALUES ('a'), ('b');
CREATE TABLE t (id int PRIMARY KEY, s text REFERENCES status);
-- seed
INSERT INTO t VALUES (1, 'a');
-- shape: forbid drop table column
-- refused: deletes_data
