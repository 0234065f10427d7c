-- title: defaults of arguments change, come and go
-- from
CREATE FUNCTION f(a int DEFAULT 1, b text DEFAULT 'it''s') RETURNS int LANGUAGE sql AS $$ SELECT a $$;
CREATE FUNCTION g(a int) RETURNS int LANGUAGE sql AS $$ SELECT a $$;
CREATE VIEW v AS SELECT f(1, 'x') AS x;
-- to
CREATE FUNCTION f(a int DEFAULT 2, b text DEFAULT NULL) RETURNS int LANGUAGE sql AS $$ SELECT a $$;
CREATE FUNCTION g(a int DEFAULT 5) RETURNS int LANGUAGE sql AS $$ SELECT a $$;
CREATE VIEW v AS SELECT f(1, 'x') AS x;
-- shape: require alter function; forbid drop function
