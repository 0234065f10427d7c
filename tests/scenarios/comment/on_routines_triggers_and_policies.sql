-- title: comments on functions, procedures, triggers and policies
-- from
CREATE TABLE t (a int);
CREATE FUNCTION tf() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN NULL; END $$;
CREATE FUNCTION f(a int, OUT b int, VARIADIC c text[]) LANGUAGE sql AS $$ SELECT 1 $$;
CREATE PROCEDURE p(a int) LANGUAGE sql AS $$ SELECT 1 $$;
CREATE TRIGGER trg AFTER INSERT ON t FOR EACH ROW EXECUTE FUNCTION tf();
CREATE POLICY pol ON t USING (true);
COMMENT ON FUNCTION tf() IS 'old';
-- to
CREATE TABLE t (a int);
CREATE FUNCTION tf() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN NULL; END $$;
CREATE FUNCTION f(a int, OUT b int, VARIADIC c text[]) LANGUAGE sql AS $$ SELECT 1 $$;
CREATE PROCEDURE p(a int) LANGUAGE sql AS $$ SELECT 1 $$;
CREATE TRIGGER trg AFTER INSERT ON t FOR EACH ROW EXECUTE FUNCTION tf();
CREATE POLICY pol ON t USING (true);
COMMENT ON FUNCTION tf() IS 'new';
COMMENT ON FUNCTION f(int, text[]) IS 'new';
COMMENT ON PROCEDURE p(int) IS 'new';
COMMENT ON TRIGGER trg ON t IS 'new';
COMMENT ON POLICY pol ON t IS 'new';
-- shape: forbid drop function, drop procedure, drop trigger, drop policy
-- shape back: forbid drop function, drop procedure, drop trigger, drop policy
