-- title: types and columns named like built-in types
-- from
CREATE TYPE "text" AS ENUM ('a', 'b');
CREATE TABLE t (a public."text", b text);
-- seed
INSERT INTO t VALUES ('a', 'b');
-- to
CREATE TYPE "text" AS ENUM ('a', 'b');
CREATE DOMAIN "Integer" AS int;
CREATE TABLE t (a text, b public."text", "int" "Integer");
-- seed
INSERT INTO t VALUES ('a', 'b', 1);
-- shape: require alter table column; forbid drop table
-- refused back: deletes_data
