-- title: table, function and triggers come and go together
-- from
-- to
CREATE TABLE audit (at timestamptz DEFAULT now(), what jsonb);
CREATE TABLE t (id int PRIMARY KEY, a text);
CREATE FUNCTION keep() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO public.audit (what) VALUES (to_jsonb(OLD));
  RETURN NULL;
END $$;
CREATE TRIGGER keep AFTER UPDATE OR DELETE ON t FOR EACH ROW EXECUTE FUNCTION keep();
-- seed
INSERT INTO t VALUES (1, 'x');
UPDATE t SET a = 'y';
-- refused: deletes_data
