-- title: existing data needs the rows of a new table before its new foreign key
-- from
CREATE TABLE t (id int PRIMARY KEY, state text);
-- seed
INSERT INTO t VALUES (1, 'open'), (2, 'closed');
-- to
CREATE TABLE state (name text PRIMARY KEY, rank int NOT NULL);
INSERT INTO state VALUES ('open', 1), ('closed', 2);
CREATE TABLE t (id int PRIMARY KEY, state text CONSTRAINT t_state_fkey REFERENCES state);
-- seed
INSERT INTO t VALUES (1, 'open'), (2, 'closed');
-- refused: deletes_data
