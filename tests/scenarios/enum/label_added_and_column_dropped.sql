-- title: a label comes while the only column of the enum goes
-- from
CREATE TYPE e AS ENUM ('a');
CREATE TABLE t (id int, x e);
-- seed
INSERT INTO t VALUES (1, 'a');
-- to
CREATE TYPE e AS ENUM ('a', 'b');
CREATE TABLE t (id int);
CREATE FUNCTION f(e) RETURNS int LANGUAGE sql AS $$ SELECT 1 $$;
-- refused: deletes_data
