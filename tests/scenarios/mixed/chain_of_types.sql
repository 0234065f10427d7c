-- title: an enum at the end of a chain of types loses a label
-- from
CREATE TYPE e AS ENUM ('a', 'b', 'c');
CREATE DOMAIN d AS e;
CREATE TYPE c AS (x d, y e[]);
CREATE DOMAIN cs AS c[];
CREATE FUNCTION f(cs) RETURNS SETOF c LANGUAGE sql AS $$ SELECT * FROM unnest($1) $$;
CREATE VIEW v AS SELECT x, y FROM f(NULL);
CREATE TABLE t (id int PRIMARY KEY, x d);
-- seed
INSERT INTO t VALUES (1, 'a');
-- to
CREATE TYPE e AS ENUM ('a', 'c');
CREATE DOMAIN d AS e;
CREATE TYPE c AS (x d, y e[]);
CREATE DOMAIN cs AS c[];
CREATE FUNCTION f(cs) RETURNS SETOF c LANGUAGE sql AS $$ SELECT * FROM unnest($1) $$;
CREATE VIEW v AS SELECT x, y FROM f(NULL);
CREATE TABLE t (id int PRIMARY KEY, x d);
-- seed
INSERT INTO t VALUES (1, 'a');
-- shape: forbid drop table, drop table column
