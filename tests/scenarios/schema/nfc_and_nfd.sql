-- title: two schemas whose names look the same and differ in bytes
-- from
CREATE SCHEMA "café";
CREATE TABLE "café".t (id int);
-- seed
INSERT INTO "café".t VALUES (1);
-- to
CREATE SCHEMA "café";
CREATE TABLE "café".t (id int);
CREATE SCHEMA "café";
CREATE TABLE "café".t (id bigint);
-- seed
INSERT INTO "café".t VALUES (1);
INSERT INTO "café".t VALUES (2);
-- shape: require create schema; forbid drop schema, drop table, alter table column
-- refused back: deletes_data
