-- title: a foreign key between quoted names in two schemas
-- from
CREATE SCHEMA "My Schema";
CREATE TABLE "My Schema"."P'arent" ("select" int, "it""s" int, PRIMARY KEY ("select", "it""s"));
CREATE TABLE "child.table" ("a b" int, "C" int);
-- seed
INSERT INTO "My Schema"."P'arent" VALUES (1, 1);
INSERT INTO "child.table" VALUES (1, 1);
-- to
CREATE SCHEMA "My Schema";
CREATE TABLE "My Schema"."P'arent" ("select" int, "it""s" int, PRIMARY KEY ("select", "it""s"));
CREATE TABLE "child.table" ("a b" int, "C" int, CONSTRAINT "fk's ""name"" $$" FOREIGN KEY ("a b", "C") REFERENCES "My Schema"."P'arent" ("select", "it""s") ON UPDATE CASCADE);
-- seed
INSERT INTO "My Schema"."P'arent" VALUES (1, 1);
INSERT INTO "child.table" VALUES (1, 1);
-- shape: require create table constraint; forbid drop table, drop table column
