-- title: a replaced view keeps column default and trigger
-- from
CREATE TABLE t (a int, b text);
CREATE FUNCTION tf() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN NEW; END $$;
CREATE VIEW v AS SELECT a, b FROM t;
ALTER VIEW v ALTER COLUMN a SET DEFAULT 1;
CREATE TRIGGER v_write INSTEAD OF INSERT OR UPDATE OR DELETE ON v FOR EACH ROW EXECUTE FUNCTION tf();
COMMENT ON TRIGGER v_write ON v IS 'writes';
-- to
CREATE TABLE t (a int, b text);
CREATE FUNCTION tf() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN NEW; END $$;
CREATE VIEW v AS SELECT a, b, upper(b) AS c FROM t;
ALTER VIEW v ALTER COLUMN a SET DEFAULT 1;
CREATE TRIGGER v_write INSTEAD OF INSERT OR UPDATE OR DELETE ON v FOR EACH ROW EXECUTE FUNCTION tf();
COMMENT ON TRIGGER v_write ON v IS 'writes';
-- shape: require alter view; forbid drop view, drop trigger
