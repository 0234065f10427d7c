-- title: the function that a domain's default and check call is replaced
-- from
CREATE FUNCTION fallback() RETURNS text LANGUAGE sql IMMUTABLE AS $$ SELECT 'none' $$;
CREATE DOMAIN code AS text DEFAULT fallback() CONSTRAINT code_known CHECK (VALUE <> fallback() || '!');
CREATE TABLE t (id int, c code);
CREATE VIEW v AS SELECT c FROM t;
-- seed
INSERT INTO t VALUES (1, 'x');
-- to
CREATE FUNCTION fallback(prefix text DEFAULT '') RETURNS text LANGUAGE sql IMMUTABLE AS $$ SELECT prefix || 'none' $$;
CREATE DOMAIN code AS text DEFAULT fallback() CONSTRAINT code_known CHECK (VALUE <> fallback() || '!');
CREATE TABLE t (id int, c code);
CREATE VIEW v AS SELECT c FROM t;
-- shape: forbid drop table column
