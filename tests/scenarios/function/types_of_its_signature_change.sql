-- title: a function's argument has the row type of a table that is made anew
-- from
CREATE TABLE t (a int);
CREATE FUNCTION f(t) RETURNS int LANGUAGE sql AS $$ SELECT ($1).a $$;
CREATE FUNCTION g(t[]) RETURNS SETOF t LANGUAGE sql AS $$ SELECT * FROM unnest($1) $$;
-- to
CREATE VIEW t AS SELECT 1 AS a;
CREATE FUNCTION f(t) RETURNS int LANGUAGE sql AS $$ SELECT ($1).a $$;
CREATE FUNCTION g(t[]) RETURNS SETOF t LANGUAGE sql AS $$ SELECT * FROM unnest($1) $$;
-- refused: deletes_data
