-- title: a trigger's WHEN and a policy name labels of an enum that is rebuilt
-- from
CREATE TYPE e AS ENUM ('a', 'b', 'c');
CREATE TABLE t (id int, x e);
CREATE FUNCTION tf() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN NEW; END $$;
CREATE TRIGGER trg BEFORE UPDATE OF x ON t FOR EACH ROW WHEN (NEW.x = 'a') EXECUTE FUNCTION tf();
ALTER TABLE t ENABLE ROW LEVEL SECURITY;
CREATE POLICY p ON t FOR SELECT USING (x < 'c');
-- seed
INSERT INTO t VALUES (1, 'a');
-- to
CREATE TYPE e AS ENUM ('a', 'c');
CREATE TABLE t (id int, x e);
CREATE FUNCTION tf() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN NEW; END $$;
CREATE TRIGGER trg BEFORE UPDATE OF x ON t FOR EACH ROW WHEN (NEW.x = 'a') EXECUTE FUNCTION tf();
ALTER TABLE t ENABLE ROW LEVEL SECURITY;
CREATE POLICY p ON t FOR SELECT USING (x < 'c');
-- seed
INSERT INTO t VALUES (1, 'a');
-- shape: forbid drop table column
