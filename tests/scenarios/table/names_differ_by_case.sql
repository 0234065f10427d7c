-- title: names that differ only by case are two tables
-- from
CREATE TABLE t (a int);
CREATE TABLE "T" ("A" int, a int);
-- seed
INSERT INTO t VALUES (1);
INSERT INTO "T" VALUES (1, 2);
-- to
CREATE TABLE t (a bigint);
CREATE TABLE "T" ("A" int, a bigint);
CREATE TABLE "t " (a int);
-- seed
INSERT INTO t VALUES (1);
INSERT INTO "T" VALUES (1, 2);
-- shape: require alter table column, create table; forbid drop table, drop table column
-- refused back: deletes_data
