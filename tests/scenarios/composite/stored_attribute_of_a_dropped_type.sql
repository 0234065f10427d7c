-- title: stored values lose an attribute whose type goes too
-- from
CREATE TYPE e AS ENUM ('a', 'b');
CREATE DOMAIN d AS e[];
CREATE TYPE pair AS (x e, a int, y d);
CREATE TABLE t (id int, p pair, q pair[]);
-- seed
INSERT INTO t VALUES (1, ROW('a', 1, '{b}'), ARRAY[ROW('b', 2, '{}')]::pair[]);
-- to
CREATE TYPE pair AS (b text, a int);
CREATE TABLE t (id int, p pair, q pair[]);
-- shape: forbid drop table, drop table column
-- refused: deletes_data
