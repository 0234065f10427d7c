-- title: schema names that need quotes: reserved, mixed case, dots, quotes, backslashes, dollars
-- from
CREATE SCHEMA "user";
CREATE TABLE "user"."order" ("select" int PRIMARY KEY, "from" text);
CREATE SCHEMA "a.b";
CREATE TABLE "a.b"."c.d" (x int REFERENCES "user"."order" ("select"));
-- seed
INSERT INTO "user"."order" VALUES (1, 'x');
INSERT INTO "a.b"."c.d" VALUES (1);
-- to
CREATE SCHEMA "user";
CREATE TABLE "user"."order" ("select" int PRIMARY KEY, "from" text, "where" text);
CREATE SCHEMA "a.b";
CREATE TABLE "a.b"."c.d" (x int REFERENCES "user"."order" ("select") ON DELETE CASCADE);
CREATE SCHEMA "Mixed Case";
CREATE TABLE "Mixed Case"."T" (x int);
CREATE SCHEMA "quote""quote'quote";
CREATE VIEW "quote""quote'quote"."v'v" AS SELECT "select" AS "it's" FROM "user"."order";
CREATE SCHEMA "back\slash";
CREATE FUNCTION "back\slash"."f\n"() RETURNS int LANGUAGE sql AS 'SELECT 1';
CREATE SCHEMA "$$";
CREATE TYPE "$$"."$do$" AS ENUM ('$$', '$do$');
-- seed
INSERT INTO "user"."order" VALUES (1, 'x', 'y');
INSERT INTO "a.b"."c.d" VALUES (1);
-- shape: forbid drop table
-- refused back: deletes_data
