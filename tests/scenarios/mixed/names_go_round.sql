-- title: view, sequence, table, index and type pass their names on
-- from
CREATE VIEW a AS SELECT 1 AS x;
CREATE SEQUENCE b;
CREATE TABLE c (x int);
CREATE TABLE host (x int);
CREATE INDEX d ON host (x);
CREATE TYPE e AS (x int);
-- to
CREATE SEQUENCE a;
CREATE TABLE b (x int);
CREATE TABLE host (x int);
CREATE INDEX c ON host (x);
CREATE TYPE d AS (x int);
CREATE VIEW e AS SELECT 1 AS x;
-- refused: deletes_data
