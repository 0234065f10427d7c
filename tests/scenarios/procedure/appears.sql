-- title: procedures with in, out and inout arguments
-- from
-- to
CREATE TABLE t (a int);
CREATE PROCEDURE plain() LANGUAGE sql AS $$ INSERT INTO t VALUES (1) $$;
CREATE PROCEDURE args(a int, INOUT b text DEFAULT 'x', VARIADIC c int[] DEFAULT '{}') LANGUAGE plpgsql
  SECURITY DEFINER SET search_path = public AS $$ BEGIN b := a::text; END $$;
CREATE PROCEDURE outs(a int, OUT b text) LANGUAGE plpgsql AS $$ BEGIN b := 'x'; END $$;
CREATE PROCEDURE atomic(x int) LANGUAGE sql BEGIN ATOMIC INSERT INTO t VALUES (x); DELETE FROM t WHERE a < 0; END;
-- refused: deletes_data
