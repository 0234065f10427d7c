-- title: an attribute is added to a type in use
-- from
CREATE TYPE pair AS (a int);
CREATE TABLE t (p pair, q pair[]);
-- seed
INSERT INTO t VALUES (ROW(1), ARRAY[ROW(2)]::pair[]);
-- to
CREATE TYPE pair AS (a int, b text);
CREATE TABLE t (p pair, q pair[]);
-- seed
INSERT INTO t VALUES (ROW(1, 'x'), ARRAY[ROW(2, 'y')]::pair[]);
-- shape: require alter type; forbid drop type, drop table column
-- shape back: require alter type; forbid drop type, drop table column
