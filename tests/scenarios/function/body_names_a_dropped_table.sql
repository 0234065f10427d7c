-- title: a string body reads a table that goes with the new body
-- from
CREATE TABLE old_t (a int);
CREATE FUNCTION f() RETURNS bigint LANGUAGE sql AS $$ SELECT count(*) FROM old_t $$;
-- to
CREATE TABLE new_t (a int);
CREATE FUNCTION f() RETURNS bigint LANGUAGE sql AS $$ SELECT count(*) FROM new_t $$;
-- shape: forbid drop function
-- refused: deletes_data
