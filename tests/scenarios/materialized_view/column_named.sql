-- title: a materialized view's columns are renamed and made fewer
-- from
CREATE TABLE t (a int, b int);
CREATE MATERIALIZED VIEW "M V" ("select", b) AS SELECT a, b FROM t;
-- to
CREATE TABLE t (a int, b int);
CREATE MATERIALIZED VIEW "M V" ("from") AS SELECT a FROM t;
COMMENT ON COLUMN "M V"."from" IS 'a';
