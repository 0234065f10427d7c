-- title: a generated column goes together with the column that it is computed from
-- from
CREATE TABLE t (id int, a int, g int GENERATED ALWAYS AS (a + 1) STORED);
CREATE VIEW v AS SELECT id, g FROM t;
-- seed
INSERT INTO t VALUES (1, 2);
-- to
CREATE TABLE t (id int);
CREATE VIEW v AS SELECT id FROM t;
-- seed
INSERT INTO t VALUES (1);
-- shape: require drop table column; forbid drop table
-- refused: deletes_data
