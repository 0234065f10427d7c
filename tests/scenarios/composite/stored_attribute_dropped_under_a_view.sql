-- title: attributes of stored values come and go in place, a view that reads one makes way
-- from
CREATE TYPE pair AS (a int, b text);
CREATE TABLE t (id int, p pair, q pair[]);
CREATE VIEW v AS SELECT id, (p).a, (p).b AS b FROM t;
-- seed
INSERT INTO t VALUES (1, ROW(1, 'x'), ARRAY[ROW(2, 'y')]::pair[]);
-- to
CREATE TYPE pair AS (b text, c int);
CREATE TABLE t (id int, p pair, q pair[]);
CREATE VIEW v AS SELECT id, (p).b AS b FROM t;
-- shape: require alter type; forbid drop type, drop table
-- refused: deletes_data
