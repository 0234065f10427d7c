-- title: functions take and return a type that loses an attribute
-- from
CREATE TYPE pair AS (a int, b text);
CREATE FUNCTION make(int) RETURNS pair LANGUAGE sql AS $$ SELECT ROW($1, 'x')::pair $$;
CREATE FUNCTION first(pair[]) RETURNS int LANGUAGE plpgsql AS $$ BEGIN RETURN $1[1].a; END $$;
CREATE VIEW v AS SELECT (make(1)).a AS a;
-- to
CREATE TYPE pair AS (a int);
CREATE FUNCTION make(int) RETURNS pair LANGUAGE sql AS $$ SELECT ROW($1)::pair $$;
CREATE FUNCTION first(pair[]) RETURNS int LANGUAGE plpgsql AS $$ BEGIN RETURN $1[1].a; END $$;
CREATE VIEW v AS SELECT (make(1)).a AS a;
