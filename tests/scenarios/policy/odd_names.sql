-- title: policies and roles whose names need quotes
-- roles: App User, it's, PUBLIC
-- from
CREATE TABLE "T" ("a b" int);
CREATE POLICY "p ""1""" ON "T" TO "App User" USING ("a b" > 0);
-- to
CREATE TABLE "T" ("a b" int);
CREATE POLICY "p ""1""" ON "T" TO "App User", "it's", "PUBLIC" USING ("a b" > 0);
CREATE POLICY "select" ON "T" TO PUBLIC USING (true);
COMMENT ON POLICY "select" ON "T" IS 'it''s "public"';
-- shape: require alter policy; forbid drop policy
