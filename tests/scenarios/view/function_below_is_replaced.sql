-- title: a function below views changes its result type
-- from
CREATE FUNCTION f(int) RETURNS int LANGUAGE sql IMMUTABLE AS $$ SELECT $1 $$;
CREATE VIEW v AS SELECT f(1) AS x;
CREATE VIEW w AS SELECT x FROM v WHERE x > 0;
-- to
CREATE FUNCTION f(int) RETURNS bigint LANGUAGE sql IMMUTABLE AS $$ SELECT $1::bigint $$;
CREATE VIEW v AS SELECT f(1) AS x;
CREATE VIEW w AS SELECT x FROM v WHERE x > 0;
