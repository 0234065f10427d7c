-- title: rows beside generated columns
-- from
CREATE TABLE t (id int PRIMARY KEY, a int, twice int GENERATED ALWAYS AS (a * 2) STORED, b text);
INSERT INTO t (id, a, b) VALUES (1, 1, 'x');
-- to
CREATE TABLE t (id int PRIMARY KEY, a int, twice int GENERATED ALWAYS AS (a * 2) STORED, b text);
INSERT INTO t (id, a, b) VALUES (1, 5, 'x'), (2, NULL, 'y');
-- refused: deletes_data
