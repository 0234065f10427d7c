-- title: names with quotes, dots, backslashes, dollars, percent signs, comment marks, line breaks
-- from
CREATE TABLE "it's" ("a""b" int);
CREATE TABLE "a.b" ("c.d" int);
CREATE TABLE "new
line" ("tab	tab" int);
-- seed
INSERT INTO "it's" VALUES (1);
INSERT INTO "a.b" VALUES (1);
INSERT INTO "new
line" VALUES (1);
-- to
CREATE TABLE "it's" ("a""b" int CONSTRAINT "c'k""k" CHECK ("a""b" > 0), "back\slash" text DEFAULT E'\\');
CREATE TABLE "a.b" ("c.d" int DEFAULT 1);
CREATE TABLE "new
line" ("tab	tab" bigint, "other
line" int);
CREATE TABLE "$$" ("$do$" int, "$1" int);
CREATE TABLE "100%" ("%s" int, "%I" int, "%%" int);
CREATE TABLE "--" ("/* x */" int, ";" int);
CREATE TABLE "${placeholder}" ("${x}" int);
CREATE TABLE " " ("  " int, "1st" int, "$" int);
CREATE INDEX "$$;--" ON "$$" ("$do$");
COMMENT ON COLUMN "it's"."back\slash" IS E'it''s \\ $$ ${x}\n-- two lines';
-- seed
INSERT INTO "it's" VALUES (1);
INSERT INTO "a.b" VALUES (1);
INSERT INTO "new
line" VALUES (1, 2);
-- shape: forbid drop table
-- refused back: deletes_data
