-- title: rows of tables and columns whose names need quotes
-- from
CREATE SCHEMA "My App";
CREATE TABLE "My App"."Table" ("select" int, "a ""b" text, PRIMARY KEY ("select"));
-- to
CREATE SCHEMA "My App";
CREATE TABLE "My App"."Table" ("select" int, "a ""b" text, PRIMARY KEY ("select"));
INSERT INTO "My App"."Table" ("a ""b", "select") VALUES ('x', 1);
-- refused: deletes_data
