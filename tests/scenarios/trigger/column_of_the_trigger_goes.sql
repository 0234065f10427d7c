-- title: the column of UPDATE OF goes, the trigger watches another
-- from
CREATE TABLE t (a int, b int);
CREATE FUNCTION tf() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN NEW; END $$;
CREATE TRIGGER trg BEFORE UPDATE OF a, b ON t FOR EACH ROW EXECUTE FUNCTION tf();
-- seed
INSERT INTO t VALUES (1, 2);
-- to
CREATE TABLE t (b int);
CREATE FUNCTION tf() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN NEW; END $$;
CREATE TRIGGER trg BEFORE UPDATE OF b ON t FOR EACH ROW EXECUTE FUNCTION tf();
-- seed
INSERT INTO t VALUES (2);
-- refused: deletes_data
