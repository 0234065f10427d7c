-- title: names and texts that are statements
-- from
CREATE TABLE x (a int);
-- seed
INSERT INTO x VALUES (1);
-- to
CREATE TABLE x (a int);
CREATE TYPE "e'; DROP TABLE x; --" AS ENUM ('''; DROP TABLE x; --', '$do$; DROP TABLE x; $do$');
CREATE TABLE "$do$; DROP TABLE x; --" (
  "'; DROP TABLE x; --" "e'; DROP TABLE x; --" DEFAULT '''; DROP TABLE x; --',
  "$$" text DEFAULT '$$; DROP TABLE x; $$' CONSTRAINT "*/ DROP TABLE x; /*" CHECK ("$$" <> E'\\''; DROP TABLE x; --'),
  "new
line" text DEFAULT E'\n\\q\n'
);
CREATE INDEX "--" ON "$do$; DROP TABLE x; --" ("$$") WHERE "$$" <> '*/;';
CREATE VIEW "/*" AS SELECT "'; DROP TABLE x; --" AS "*/", '$migration$'::text AS "new
line" FROM "$do$; DROP TABLE x; --";
CREATE FUNCTION "f'()"("$1" text DEFAULT '''; DROP TABLE x; --') RETURNS text LANGUAGE sql AS
$f$ SELECT '$$; DROP TABLE x; $do$ $migration$ $function$ $body$'::text -- '
$f$;
COMMENT ON FUNCTION "f'()"(text) IS '$$; DROP TABLE x; $do$';
COMMENT ON COLUMN "$do$; DROP TABLE x; --"."new
line" IS E'\n-- V1\nDROP TABLE x;';
-- shape: forbid drop table
-- refused: deletes_data
