-- title: one name is a table here and an enum there, and changes places
-- from
CREATE SCHEMA a;
CREATE SCHEMA b;
CREATE TABLE a.thing (id int);
CREATE TYPE b.thing AS ENUM ('x');
CREATE TABLE b.holder (t b.thing);
-- to
CREATE SCHEMA a;
CREATE SCHEMA b;
CREATE TYPE a.thing AS ENUM ('x');
CREATE TABLE b.thing (id int);
CREATE TABLE b.holder (t a.thing);
-- refused: deletes_data
-- refused back: deletes_data
