-- title: an attribute's enum loses a label
-- from
CREATE TYPE e AS ENUM ('a', 'b', 'c');
CREATE TYPE pair AS (x e, n int);
CREATE TABLE t (p pair);
-- seed
INSERT INTO t VALUES (ROW('a', 1));
-- to
CREATE TYPE e AS ENUM ('a', 'c');
CREATE TYPE pair AS (x e, n int);
CREATE TABLE t (p pair);
-- seed
INSERT INTO t VALUES (ROW('a', 1));
