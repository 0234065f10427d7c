-- title: a virtual generated column becomes plain, a plain one virtual
-- pg: >=18
-- from
CREATE TABLE t (a int, v int GENERATED ALWAYS AS (a + 2) VIRTUAL, p int);
CREATE VIEW w AS SELECT v, p FROM t;
-- seed
INSERT INTO t (a) VALUES (1);
-- to
CREATE TABLE t (a int, v int, p int GENERATED ALWAYS AS (a * 2) VIRTUAL);
CREATE VIEW w AS SELECT v, p FROM t;
-- seed
INSERT INTO t (a) VALUES (1);
-- shape: forbid drop table
-- refused: deletes_data
-- refused back: deletes_data
