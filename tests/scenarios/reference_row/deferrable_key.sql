-- title: rows of a table whose keys are deferrable
-- from
CREATE TABLE t (id int PRIMARY KEY DEFERRABLE INITIALLY DEFERRED, a text, CONSTRAINT t_a UNIQUE (a) DEFERRABLE);
INSERT INTO t VALUES (1, 'x');
-- to
CREATE TABLE t (id int PRIMARY KEY DEFERRABLE INITIALLY DEFERRED, a text, CONSTRAINT t_a UNIQUE (a) DEFERRABLE);
INSERT INTO t VALUES (1, 'y'), (2, 'z');
-- refused: deletes_data
