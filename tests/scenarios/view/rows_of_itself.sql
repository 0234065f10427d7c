-- title: a view's row type is an argument
-- from
CREATE TABLE t (a int);
CREATE VIEW v AS SELECT a FROM t;
CREATE FUNCTION f(v) RETURNS int LANGUAGE sql AS $$ SELECT ($1).a $$;
CREATE VIEW w AS SELECT f(v) AS x FROM v;
-- to
CREATE TABLE t (a int);
CREATE VIEW v AS SELECT a::text AS a FROM t;
CREATE FUNCTION f(v) RETURNS int LANGUAGE sql AS $$ SELECT length(($1).a) $$;
CREATE VIEW w AS SELECT f(v) AS x FROM v;
