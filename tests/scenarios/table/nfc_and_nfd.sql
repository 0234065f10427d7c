-- title: two tables and two columns whose names look the same and differ in bytes
-- from
CREATE TABLE "résumé" ("né" int);
-- seed
INSERT INTO "résumé" VALUES (1);
-- to
CREATE TABLE "résumé" ("né" int, "né" text);
CREATE TABLE "résumé" ("né" int);
CREATE TABLE "😀" ("🚀" int CHECK ("🚀" > 0));
-- seed
INSERT INTO "résumé" VALUES (1, 'x');
-- shape: require create table; forbid drop table
-- refused back: deletes_data
