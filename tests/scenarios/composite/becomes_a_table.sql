-- title: a composite type becomes a table of the same name
-- from
CREATE TYPE pair AS (a int, b text);
CREATE FUNCTION f() RETURNS pair LANGUAGE sql AS $$ SELECT 1, 'x'::text $$;
-- to
CREATE TABLE pair (a int, b text);
CREATE FUNCTION f() RETURNS pair LANGUAGE sql AS $$ SELECT 1, 'x'::text $$;
-- seed
INSERT INTO pair VALUES (1, 'x');
-- refused: deletes_data
