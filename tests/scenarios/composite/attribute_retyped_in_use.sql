-- title: an attribute of a type in use is retyped
-- from
CREATE TYPE pair AS (a int, b text);
CREATE TABLE t (id int, p pair, q pair[]);
-- seed
INSERT INTO t VALUES (1, ROW(1, 'x'), ARRAY[ROW(2, 'y')]::pair[]);
-- to
CREATE TYPE pair AS (a bigint, b text);
CREATE TABLE t (id int, p pair, q pair[]);
-- seed
INSERT INTO t VALUES (1, ROW(1, 'x'), ARRAY[ROW(2, 'y')]::pair[]);
-- shape: forbid drop table
