-- title: the extension goes and a function of the same name and arguments takes its place; the view and default read the same
-- gap: a second run sees the function of the extension under the name that it drops
-- extensions: pgcrypto
-- from
CREATE EXTENSION pgcrypto;
CREATE TABLE t (id int PRIMARY KEY, h bytea DEFAULT digest('x'::text, 'md5'::text));
CREATE VIEW v AS SELECT id, digest('y'::text, 'md5'::text) AS d FROM t;
-- seed
INSERT INTO t VALUES (1);
-- to
CREATE FUNCTION digest(text, text) RETURNS bytea LANGUAGE sql IMMUTABLE AS $$ SELECT convert_to(md5($1), 'UTF8') $$;
CREATE TABLE t (id int PRIMARY KEY, h bytea DEFAULT digest('x'::text, 'md5'::text));
CREATE VIEW v AS SELECT id, digest('y'::text, 'md5'::text) AS d FROM t;
-- seed
INSERT INTO t VALUES (1);
-- shape: require drop extension; forbid drop table, drop table column
