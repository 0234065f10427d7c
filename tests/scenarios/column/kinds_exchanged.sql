-- title: plain, identity, serial, generated and defaulted columns all change places
-- from
CREATE TABLE t (k int PRIMARY KEY, a int NOT NULL, b int GENERATED ALWAYS AS IDENTITY, c serial, d int GENERATED ALWAYS AS (k + 1) STORED, e int NOT NULL DEFAULT 5);
-- seed
INSERT INTO t (k, a) VALUES (1, 1), (2, 2);
-- to
CREATE TABLE t (k int PRIMARY KEY, a int GENERATED ALWAYS AS IDENTITY, b serial, c int NOT NULL DEFAULT 5, d int, e int GENERATED ALWAYS AS (k + 1) STORED);
-- seed
INSERT INTO t (k) VALUES (1), (2);
-- shape: forbid drop table
-- refused: deletes_data
-- refused back: deletes_data
