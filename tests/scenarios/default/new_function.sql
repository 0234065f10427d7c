-- title: a default calls a function that comes with it
-- from
CREATE TABLE t (id int PRIMARY KEY, code text DEFAULT 'none');
-- seed
INSERT INTO t VALUES (1);
-- to
CREATE FUNCTION new_code(prefix text DEFAULT 'c') RETURNS text LANGUAGE sql AS $$ SELECT prefix $$;
CREATE FUNCTION join_code(prefix text, VARIADIC parts text[] DEFAULT '{}') RETURNS text LANGUAGE sql AS $$ SELECT prefix || array_to_string(parts, '-') $$;
CREATE TABLE t (id int PRIMARY KEY, code text DEFAULT new_code(), other text DEFAULT join_code('x', 'a', 'b'), named text DEFAULT new_code(prefix => 'n'));
-- seed
INSERT INTO t VALUES (1);
-- shape: require create function, alter default value; forbid drop table
-- shape back: require drop function, alter default value; forbid drop table
-- refused back: deletes_data
-- later: INSERT INTO t VALUES (2);
