-- title: triggers whose names need quotes
-- from
CREATE TABLE "T" ("a b" int);
CREATE FUNCTION "tf "() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN NEW; END $$;
-- to
CREATE TABLE "T" ("a b" int);
CREATE FUNCTION "tf "() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN NEW; END $$;
CREATE TRIGGER "user" BEFORE UPDATE OF "a b" ON "T" FOR EACH ROW WHEN (NEW."a b" > 0) EXECUTE FUNCTION "tf "();
CREATE TRIGGER "it's ""x""" AFTER INSERT ON "T" FOR EACH ROW EXECUTE FUNCTION "tf "();
ALTER TABLE "T" DISABLE TRIGGER "user";
COMMENT ON TRIGGER "it's ""x""" ON "T" IS 'odd';
