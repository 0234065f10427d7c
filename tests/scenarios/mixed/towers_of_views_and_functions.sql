-- title: view on function on view on function over a retyped column
-- from
CREATE TABLE t (a int, b text);
CREATE VIEW v1 AS SELECT a, b FROM t;
CREATE FUNCTION f1() RETURNS SETOF v1 LANGUAGE sql STABLE AS $$ SELECT a, b FROM public.v1 $$;
CREATE VIEW v2 AS SELECT a FROM f1();
CREATE FUNCTION f2(v2) RETURNS text LANGUAGE sql STABLE AS $$ SELECT ($1).a::text $$;
CREATE VIEW v3 AS SELECT f2(v2.*) AS x FROM v2;
CREATE MATERIALIZED VIEW m4 AS SELECT x FROM v3;
-- seed
INSERT INTO t VALUES (1, 'x');
-- to
CREATE TABLE t (a bigint, b text);
CREATE VIEW v1 AS SELECT a, b FROM t;
CREATE FUNCTION f1() RETURNS SETOF v1 LANGUAGE sql STABLE AS $$ SELECT a, b FROM public.v1 $$;
CREATE VIEW v2 AS SELECT a FROM f1();
CREATE FUNCTION f2(v2) RETURNS text LANGUAGE sql STABLE AS $$ SELECT ($1).a::text $$;
CREATE VIEW v3 AS SELECT f2(v2.*) AS x FROM v2;
CREATE MATERIALIZED VIEW m4 AS SELECT x FROM v3;
-- seed
INSERT INTO t VALUES (1, 'x');
-- shape: forbid drop table column
