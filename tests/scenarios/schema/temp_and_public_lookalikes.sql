-- title: schema names that look like built-in ones
-- from
CREATE SCHEMA "Public";
CREATE TABLE "Public".t (a int);
CREATE TABLE public.t (a int);
-- seed
INSERT INTO "Public".t VALUES (1);
INSERT INTO t VALUES (2);
-- to
CREATE SCHEMA "Public";
CREATE SCHEMA temp;
CREATE SCHEMA information;
CREATE TABLE "Public".t (a int);
CREATE TABLE public.t (a bigint);
CREATE TABLE temp.t (a int);
CREATE TABLE information.tables (a int);
-- seed
INSERT INTO "Public".t VALUES (1);
INSERT INTO t VALUES (2);
-- shape: require alter table column; forbid drop table
-- refused back: deletes_data
