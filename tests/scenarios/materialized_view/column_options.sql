-- title: columns of a materialized view are stored and counted in another way
-- from
CREATE TABLE t (a text, b text, c int);
CREATE MATERIALIZED VIEW m AS SELECT a, b, c FROM t;
ALTER MATERIALIZED VIEW m ALTER COLUMN a SET STORAGE MAIN, ALTER COLUMN a SET COMPRESSION pglz,
  ALTER COLUMN c SET (n_distinct = 5, n_distinct_inherited = -0.5);
-- to
CREATE TABLE t (a text, b text, c int);
CREATE MATERIALIZED VIEW m AS SELECT a, b, c FROM t;
ALTER MATERIALIZED VIEW m ALTER COLUMN b SET STORAGE EXTERNAL, ALTER COLUMN b SET STATISTICS 0,
  ALTER COLUMN b SET (n_distinct = -1), ALTER COLUMN c SET (n_distinct = 7);
-- shape: forbid drop materialized view
-- shape back: forbid drop materialized view
