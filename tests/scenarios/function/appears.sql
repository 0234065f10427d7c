-- title: functions of many forms
-- from
-- to
CREATE FUNCTION plain() RETURNS int LANGUAGE sql AS $$ SELECT 1 $$;
CREATE FUNCTION every_attribute(a int, INOUT b text DEFAULT 'x', OUT c date) LANGUAGE plpgsql
  STABLE STRICT LEAKPROOF SECURITY DEFINER PARALLEL SAFE COST 7
  SET search_path = pg_catalog, public SET work_mem = '4MB'
AS $$ BEGIN c := now(); END $$;
CREATE FUNCTION nobody() RETURNS void LANGUAGE plpgsql AS $$ BEGIN END $$;
CREATE FUNCTION many(int) RETURNS SETOF int LANGUAGE sql ROWS 5 AS $$ SELECT generate_series(1, $1) $$;
CREATE FUNCTION tab(n int) RETURNS TABLE (x int, "Y y" text) LANGUAGE sql AS $$ SELECT n, 'x' $$;
CREATE FUNCTION vari(VARIADIC xs text[] DEFAULT '{}') RETURNS text LANGUAGE sql AS $$ SELECT xs[1] $$;
CREATE FUNCTION poly(anyelement, anyarray) RETURNS anyarray LANGUAGE sql AS $$ SELECT $2 || $1 $$;
-- later: CREATE VIEW later_v AS SELECT plain() AS x, vari('a', 'b') AS y;
