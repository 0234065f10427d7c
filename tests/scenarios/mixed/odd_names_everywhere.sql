-- title: reserved words, quotes, blanks, dots and dollars as names of everything
-- roles: The App
-- from
CREATE SCHEMA "select";
CREATE TABLE "select"."table" ("from" int CONSTRAINT "primary" PRIMARY KEY, "where" text);
-- seed
INSERT INTO "select"."table" VALUES (1, 'x');
-- to
CREATE SCHEMA "select";
CREATE SCHEMA "a.b ""c""";
CREATE TYPE "select"."enum" AS ENUM ('it''s');
CREATE DOMAIN "a.b ""c"""."check" AS int CONSTRAINT "not null" CHECK (VALUE > 0);
CREATE TYPE "select"."composite type" AS ("x.y" int, "order" "select"."enum");
CREATE SEQUENCE "a.b ""c"""."sequence";
CREATE TABLE "select"."table" (
  "from" bigint CONSTRAINT "primary" PRIMARY KEY,
  "where" text DEFAULT '"' CONSTRAINT "unique" UNIQUE,
  "$1" "a.b ""c"""."check", "a$b" "select"."enum"[], " " int DEFAULT nextval('"a.b ""c"""."sequence"')
);
CREATE TABLE "a.b ""c"""."Table" ("t" bigint CONSTRAINT "foreign" REFERENCES "select"."table" ("from"));
CREATE INDEX "index" ON "select"."table" (lower("where"), " ") WHERE "$1" > 3;
CREATE VIEW "a.b ""c"""."View" ("group", "it's") AS SELECT "from", " " FROM "select"."table";
CREATE FUNCTION "select"."function"("in" int, "out" "select"."enum" DEFAULT 'it''s') RETURNS int LANGUAGE sql
  SET search_path = "select", "a.b ""c""" AS $$ SELECT 1 $$;
CREATE FUNCTION "select"."trigger"() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN NEW; END $$;
CREATE TRIGGER "for each" BEFORE UPDATE OF "where" ON "select"."table" FOR EACH ROW EXECUTE FUNCTION "select"."trigger"('a', '"');
CREATE POLICY "as" ON "select"."table" TO "The App" USING ("where" <> ';');
GRANT SELECT ("where"), UPDATE (" ") ON "select"."table" TO "The App";
COMMENT ON COLUMN "a.b ""c"""."View"."it's" IS 'odd';
COMMENT ON CONSTRAINT "not null" ON DOMAIN "a.b ""c"""."check" IS 'odd';
-- seed
INSERT INTO "select"."table" ("from") VALUES (1);
-- refused: deletes_data
