-- title: a trigger acts on the rows that are written
-- from
CREATE TABLE t (id int PRIMARY KEY, a text, slug text);
CREATE FUNCTION tf() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN NEW.slug := lower(NEW.a); RETURN NEW; END $$;
CREATE TRIGGER trg BEFORE INSERT OR UPDATE ON t FOR EACH ROW EXECUTE FUNCTION tf();
INSERT INTO t (id, a) VALUES (1, 'One');
-- to
CREATE TABLE t (id int PRIMARY KEY, a text, slug text);
CREATE FUNCTION tf() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN NEW.slug := lower(NEW.a); RETURN NEW; END $$;
CREATE TRIGGER trg BEFORE INSERT OR UPDATE ON t FOR EACH ROW EXECUTE FUNCTION tf();
INSERT INTO t (id, a) VALUES (1, 'First'), (2, 'Second');
-- refused: deletes_data
