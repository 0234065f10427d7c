-- title: virtual generated columns come, go, and change with stored ones
-- pg: >=18
-- from
CREATE TABLE t (a int, s int GENERATED ALWAYS AS (a + 1) STORED, v int GENERATED ALWAYS AS (a + 2) VIRTUAL, e int GENERATED ALWAYS AS (a + 3));
-- seed
INSERT INTO t VALUES (1);
-- to
CREATE TABLE t (a int, s int GENERATED ALWAYS AS (a + 1) VIRTUAL, v int GENERATED ALWAYS AS (a + 2) STORED, e int GENERATED ALWAYS AS (a * 3) VIRTUAL, n int GENERATED ALWAYS AS (a) VIRTUAL NOT NULL);
-- seed
INSERT INTO t VALUES (1);
-- shape: forbid drop table
