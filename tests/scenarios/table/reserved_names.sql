-- title: tables, columns and constraints named like keywords
-- from
CREATE TABLE "user" (id int PRIMARY KEY, "order" int);
CREATE TABLE "select" ("from" int, "table" text);
-- seed
INSERT INTO "user" VALUES (1, 2);
INSERT INTO "select" VALUES (1, 'x');
-- to
CREATE TABLE "user" (id int PRIMARY KEY, "order" bigint NOT NULL DEFAULT 0, "group" text);
CREATE TABLE "select" ("from" int CONSTRAINT "check" CHECK ("from" > 0), "table" varchar(5), CONSTRAINT "primary" PRIMARY KEY ("from"));
CREATE TABLE "table" ("column" int CONSTRAINT "references" REFERENCES "select" ("from"), "default" int DEFAULT 1, "end" int GENERATED ALWAYS AS ("default" + 1) STORED);
CREATE INDEX "index" ON "table" ("default");
CREATE VIEW "view" AS SELECT "column" AS "as", "default" AS "in" FROM "table";
CREATE TABLE "interval" ("timestamp" timestamp, "between" int, "values" int, "row" int, "array" int[], "int" int);
-- seed
INSERT INTO "user" VALUES (1, 2, 'g');
INSERT INTO "select" VALUES (1, 'x');
-- shape: forbid drop table
-- refused back: deletes_data
