-- title: an argument is retyped under a trigger's WHEN, a policy and a domain
-- from
CREATE FUNCTION ok(int) RETURNS boolean LANGUAGE sql IMMUTABLE AS $$ SELECT $1 > 0 $$;
CREATE FUNCTION tf() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN NEW; END $$;
CREATE DOMAIN d AS int CONSTRAINT d_ok CHECK (ok(VALUE));
CREATE TABLE t (a int, b d);
CREATE TRIGGER trg BEFORE INSERT ON t FOR EACH ROW WHEN (ok(NEW.a)) EXECUTE FUNCTION tf();
CREATE POLICY p ON t FOR INSERT WITH CHECK (ok(a));
-- seed
INSERT INTO t VALUES (1, 1);
-- to
CREATE FUNCTION ok(bigint) RETURNS boolean LANGUAGE sql IMMUTABLE AS $$ SELECT $1 > 0 $$;
CREATE FUNCTION tf() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN NEW; END $$;
CREATE DOMAIN d AS int CONSTRAINT d_ok CHECK (ok(VALUE));
CREATE TABLE t (a int, b d);
CREATE TRIGGER trg BEFORE INSERT ON t FOR EACH ROW WHEN (ok(NEW.a)) EXECUTE FUNCTION tf();
CREATE POLICY p ON t FOR INSERT WITH CHECK (ok(a));
-- seed
INSERT INTO t VALUES (1, 1);
-- shape: forbid drop table, drop table column
