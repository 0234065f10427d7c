-- title: a column comes to a table whose trigger compares whole rows
-- from
CREATE TABLE t (a int, b int);
CREATE FUNCTION tf() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN NEW; END $$;
CREATE TRIGGER trg BEFORE UPDATE ON t FOR EACH ROW WHEN (OLD.* IS DISTINCT FROM NEW.*) EXECUTE FUNCTION tf();
-- seed
INSERT INTO t VALUES (1, 2);
-- to
CREATE TABLE t (a int, b int, c text);
CREATE FUNCTION tf() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN NEW; END $$;
CREATE TRIGGER trg BEFORE UPDATE ON t FOR EACH ROW WHEN (OLD.* IS DISTINCT FROM NEW.*) EXECUTE FUNCTION tf();
-- seed
INSERT INTO t VALUES (1, 2, 'x');
-- refused: deletes_data
