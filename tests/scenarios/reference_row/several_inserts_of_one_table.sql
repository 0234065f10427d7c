-- title: inserts of one table that give different columns
-- from
CREATE TABLE t (id int PRIMARY KEY, a int DEFAULT 1, b int DEFAULT 2);
INSERT INTO t (id, a) VALUES (1, 10);
INSERT INTO t (id, b) VALUES (2, 20);
-- to
CREATE TABLE t (id int PRIMARY KEY, a int DEFAULT 1, b int DEFAULT 2);
INSERT INTO t (id, b) VALUES (1, 11);
INSERT INTO t (id, b) VALUES (2, 21);
INSERT INTO t VALUES (3);
-- refused: deletes_data
