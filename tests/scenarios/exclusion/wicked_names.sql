-- title: an exclusion constraint whose names and literals need quotes
-- from
CREATE TABLE "Room's" ("during?" tsrange, "state" text);
-- seed
INSERT INTO "Room's" VALUES ('[2020-01-01,2020-02-01)', 'x');
-- to
CREATE TABLE "Room's" ("during?" tsrange, "state" text, CONSTRAINT "no ""overlap"" $$" EXCLUDE USING gist ("during?" WITH &&) WHERE ("state" <> 'it''s $$ \'));
-- seed
INSERT INTO "Room's" VALUES ('[2020-01-01,2020-02-01)', 'x');
-- shape: require create table constraint; forbid drop table, drop table column
