-- title: indexes whose names need quotes
-- from
CREATE TABLE "Table" ("select" int, "a ""b" int, "ключ" text);
-- to
CREATE TABLE "Table" ("select" int, "a ""b" int, "ключ" text);
CREATE INDEX "index" ON "Table" ("select", "a ""b" DESC);
CREATE INDEX "it's; -- an index" ON "Table" (lower("ключ")) WHERE "select" > 0;
CREATE INDEX "aaaaaaaaaabbbbbbbbbbccccccccccddddddddddeeeeeeeeeeffffffffff123" ON "Table" ("ключ");
ALTER INDEX "it's; -- an index" ALTER COLUMN 1 SET STATISTICS 7;
COMMENT ON INDEX "index" IS 'the index "index"';
