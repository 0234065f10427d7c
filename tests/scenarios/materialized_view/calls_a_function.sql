-- title: a materialized view runs a function whose helper stands below it
-- from
CREATE TABLE t (a int);
-- seed
INSERT INTO t VALUES (1);
-- to
CREATE TABLE t (a int);
CREATE FUNCTION z_helper(int) RETURNS int LANGUAGE plpgsql AS $$ BEGIN RETURN $1 + 1; END $$;
CREATE FUNCTION a_caller(int) RETURNS int LANGUAGE plpgsql AS $$ BEGIN RETURN public.z_helper($1); END $$;
CREATE MATERIALIZED VIEW m AS SELECT public.a_caller(a) AS x FROM t;
-- seed
INSERT INTO t VALUES (1);
