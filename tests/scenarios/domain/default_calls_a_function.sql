-- title: a domain's default calls a new function
-- from
CREATE DOMAIN code AS text DEFAULT 'none';
CREATE TABLE t (id int, c code);
-- seed
INSERT INTO t VALUES (1, 'x');
-- to
CREATE FUNCTION new_code() RETURNS text LANGUAGE sql AS $$ SELECT md5('x') $$;
CREATE DOMAIN code AS text DEFAULT new_code();
CREATE TABLE t (id int, c code);
-- shape: forbid drop type
