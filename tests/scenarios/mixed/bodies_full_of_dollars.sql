-- title: dollar quotes in bodies, defaults, conditions and constants at once
-- from
CREATE TABLE t (a text);
-- seed
INSERT INTO t VALUES ('x');
-- to
CREATE TABLE t (a text DEFAULT '$$', b text DEFAULT '$do$ $migration$', CONSTRAINT t_a CHECK (a <> '$do$' AND a <> '$sd$'));
CREATE VIEW v AS SELECT a FROM t WHERE a <> '$$' || '$do$' || '$view$';
CREATE FUNCTION f() RETURNS text LANGUAGE plpgsql AS
$migration$
BEGIN
  EXECUTE $do$ SELECT $$ x $$ $do$;
  RETURN '$' || $q$$$ $q$ || '$body$';
END
$migration$;
CREATE FUNCTION tf() RETURNS trigger LANGUAGE plpgsql AS '
BEGIN
  NEW.a := $do$$$do$;
  RETURN NEW;
END';
CREATE TRIGGER trg BEFORE INSERT ON t FOR EACH ROW WHEN (NEW.a = '$do$') EXECUTE FUNCTION tf('$$', '$do$');
CREATE POLICY p ON t USING (a <> '$$' AND a <> '$do$');
CREATE INDEX t_i ON t (a) WHERE a = '$do$;';
-- seed
INSERT INTO t VALUES ('x', 'y');
-- shape: forbid drop table
-- refused: deletes_data
