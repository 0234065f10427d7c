-- title: a table whose row type pushes an array type aside
-- from
CREATE TABLE t (a int);
-- to
CREATE TYPE _t AS ENUM ('x');
CREATE TABLE t (a int, b _t);
CREATE TABLE u (ts t[]);
-- shape: require create type; forbid drop table
-- refused back: deletes_data
