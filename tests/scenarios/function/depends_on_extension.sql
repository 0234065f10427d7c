-- title: a function, an index and a trigger are tied to an extension
-- extensions: hstore
-- from
CREATE EXTENSION hstore;
CREATE TABLE t (a int, h hstore);
CREATE INDEX t_h ON t USING gin (h);
CREATE FUNCTION f() RETURNS int LANGUAGE sql AS $$ SELECT 1 $$;
CREATE FUNCTION tf() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN NEW; END $$;
CREATE TRIGGER trg BEFORE INSERT ON t FOR EACH ROW EXECUTE FUNCTION tf();
ALTER FUNCTION tf() DEPENDS ON EXTENSION hstore;
-- to
CREATE EXTENSION hstore;
CREATE TABLE t (a int, h hstore);
CREATE INDEX t_h ON t USING gin (h);
CREATE FUNCTION f() RETURNS int LANGUAGE sql AS $$ SELECT 1 $$;
CREATE FUNCTION tf() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN NEW; END $$;
CREATE TRIGGER trg BEFORE INSERT ON t FOR EACH ROW EXECUTE FUNCTION tf();
ALTER FUNCTION f() DEPENDS ON EXTENSION hstore;
ALTER INDEX t_h DEPENDS ON EXTENSION hstore;
ALTER TRIGGER trg ON t DEPENDS ON EXTENSION hstore;
-- shape: forbid drop function, drop index, drop trigger
-- shape back: forbid drop function, drop index, drop trigger
