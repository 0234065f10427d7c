-- title: trigger functions declare rows of the table that changes
-- from
CREATE TABLE t (id int PRIMARY KEY, a int, b text);
CREATE TABLE t_history (at timestamptz DEFAULT now(), was t);
CREATE FUNCTION keep() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE r public.t%ROWTYPE;
BEGIN
  r := OLD;
  INSERT INTO public.t_history (was) VALUES (r);
  RETURN NULL;
END $$;
CREATE TRIGGER keep AFTER UPDATE ON t FOR EACH ROW WHEN (OLD IS DISTINCT FROM NEW) EXECUTE FUNCTION keep();
CREATE FUNCTION as_text(t) RETURNS text LANGUAGE sql IMMUTABLE AS $$ SELECT $1.b $$;
CREATE VIEW v AS SELECT t.as_text FROM t;
-- seed
INSERT INTO t VALUES (1, 2, 'x');
-- to
CREATE TABLE t (id int PRIMARY KEY, a int, b text, c date);
CREATE TABLE t_history (at timestamptz DEFAULT now(), was t);
CREATE FUNCTION keep() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE r public.t%ROWTYPE;
BEGIN
  r := OLD;
  r.c := NULL;
  INSERT INTO public.t_history (was) VALUES (r);
  RETURN NULL;
END $$;
CREATE TRIGGER keep AFTER UPDATE ON t FOR EACH ROW WHEN (OLD IS DISTINCT FROM NEW) EXECUTE FUNCTION keep();
CREATE FUNCTION as_text(t) RETURNS text LANGUAGE sql IMMUTABLE AS $$ SELECT $1.b || $1.c $$;
CREATE VIEW v AS SELECT t.as_text FROM t;
-- seed
INSERT INTO t VALUES (1, 2, 'x', NULL);
-- shape: forbid drop table
-- refused: deletes_data
