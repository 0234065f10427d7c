-- title: a trigger calls another function, the old one goes
-- from
CREATE TABLE t (a int);
CREATE FUNCTION old_tf() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN NEW; END $$;
CREATE TRIGGER trg BEFORE INSERT ON t FOR EACH ROW EXECUTE FUNCTION old_tf();
-- to
CREATE TABLE t (a int);
CREATE FUNCTION new_tf() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN NEW; END $$;
CREATE TRIGGER trg BEFORE INSERT ON t FOR EACH ROW EXECUTE FUNCTION new_tf();
