-- title: plain columns become generated and the reverse
-- from
CREATE TABLE t (a int, b int, c int GENERATED ALWAYS AS (a + 1) STORED);
-- seed
INSERT INTO t VALUES (1, 2);
-- to
CREATE TABLE t (a int, b int GENERATED ALWAYS AS (a * 2) STORED, c int);
-- seed
INSERT INTO t (a, c) VALUES (1, 2);
-- shape: forbid drop table
-- refused: deletes_data
-- refused back: deletes_data
-- later: INSERT INTO t (a, c) VALUES (5, 6);
