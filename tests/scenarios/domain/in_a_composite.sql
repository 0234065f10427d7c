-- title: a domain inside a composite type gets a check
-- from
CREATE DOMAIN d AS text;
CREATE TYPE pair AS (a d, b int);
CREATE TABLE t (p pair);
-- seed
INSERT INTO t VALUES (ROW('x', 1));
-- to
CREATE DOMAIN d AS text CONSTRAINT d_filled CHECK (VALUE <> '');
CREATE TYPE pair AS (a d, b int);
CREATE TABLE t (p pair);
-- seed
INSERT INTO t VALUES (ROW('x', 1));
