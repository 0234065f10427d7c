-- title: a column goes; an index, a unique and a check of the same names stay over the other columns
-- from
CREATE TABLE t (a int, b int, gone int, CONSTRAINT t_u UNIQUE (a, gone), CONSTRAINT t_c CHECK (a > 0 AND gone > 0));
CREATE INDEX t_i ON t (b, gone);
CREATE INDEX t_w ON t (b) WHERE gone IS NULL;
CREATE VIEW v AS SELECT a, b, gone FROM t;
CREATE FUNCTION f() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN NEW; END $$;
CREATE TRIGGER tr BEFORE UPDATE OF a, gone ON t FOR EACH ROW EXECUTE FUNCTION f();
CREATE POLICY p ON t USING (gone > 0);
-- seed
INSERT INTO t VALUES (1, 2, 3);
-- to
CREATE TABLE t (a int, b int, CONSTRAINT t_u UNIQUE (a), CONSTRAINT t_c CHECK (a > 0));
CREATE INDEX t_i ON t (b);
CREATE INDEX t_w ON t (b) WHERE a IS NULL;
CREATE VIEW v AS SELECT a, b FROM t;
CREATE FUNCTION f() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN NEW; END $$;
CREATE TRIGGER tr BEFORE UPDATE OF a ON t FOR EACH ROW EXECUTE FUNCTION f();
CREATE POLICY p ON t USING (a > 0);
-- seed
INSERT INTO t VALUES (1, 2);
-- shape: require drop table column; forbid drop table
-- refused: deletes_data
