-- title: the function of a default gains an argument with a default: a new function, and the old one must go first
-- from
CREATE FUNCTION code(int) RETURNS text LANGUAGE sql AS $$ SELECT $1::text $$;
CREATE TABLE t (id int PRIMARY KEY, c text DEFAULT code(1));
CREATE VIEW v AS SELECT code(2) AS c;
-- seed
INSERT INTO t VALUES (1);
-- to
CREATE FUNCTION code(int, text DEFAULT 'x') RETURNS text LANGUAGE sql AS $$ SELECT $1::text || $2 $$;
CREATE TABLE t (id int PRIMARY KEY, c text DEFAULT code(1));
CREATE VIEW v AS SELECT code(2) AS c;
-- seed
INSERT INTO t VALUES (1);
-- shape: require drop function, create function; forbid drop table, drop table column
