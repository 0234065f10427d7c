-- title: checks of a domain inside arrays and composite types change, come and are validated
-- from
CREATE DOMAIN d AS int CONSTRAINT d_pos CHECK (VALUE > 0);
CREATE DOMAIN e AS text;
ALTER DOMAIN e ADD CONSTRAINT e_some CHECK (VALUE <> '') NOT VALID;
CREATE DOMAIN over_d AS d;
CREATE TYPE pair AS (x e, y int);
CREATE TABLE t (a over_d[], p pair);
-- seed
INSERT INTO t VALUES ('{1,20}', ROW('x', 1));
-- to
CREATE DOMAIN d AS int CONSTRAINT d_pos CHECK (VALUE >= 1) CONSTRAINT d_small CHECK (VALUE < 100);
CREATE DOMAIN e AS text CONSTRAINT e_some CHECK (VALUE <> '');
CREATE DOMAIN over_d AS d;
CREATE TYPE pair AS (x e, y int);
CREATE TABLE t (a over_d[], p pair);
-- shape: forbid drop table column
