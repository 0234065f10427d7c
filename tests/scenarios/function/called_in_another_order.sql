-- title: string bodies call functions that sort after them, and run at once
-- from
CREATE TABLE t (id int);
-- seed
INSERT INTO t VALUES (1), (2);
-- to
CREATE FUNCTION z() RETURNS int LANGUAGE sql IMMUTABLE AS $$ SELECT 1 $$;
CREATE FUNCTION m() RETURNS int LANGUAGE sql IMMUTABLE AS $$ SELECT public.z() $$;
CREATE FUNCTION a() RETURNS int LANGUAGE sql IMMUTABLE AS $$ SELECT public.m() $$;
CREATE TABLE t (id int, x int DEFAULT public.a(), y int GENERATED ALWAYS AS (id + public.a()) STORED,
  CONSTRAINT t_check CHECK (public.a() > 0));
-- seed
INSERT INTO t VALUES (1), (2);
-- refused: deletes_data
