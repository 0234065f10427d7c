-- title: composites within composites change inside out
-- from
CREATE TYPE inner_t AS (a int);
CREATE TYPE outer_t AS (i inner_t, n int);
CREATE TABLE t (o outer_t);
-- seed
INSERT INTO t VALUES (ROW(ROW(1), 2));
-- to
CREATE TYPE inner_t AS (a int, b int);
CREATE TYPE outer_t AS (i inner_t, n int, js inner_t[]);
CREATE TABLE t (o outer_t);
-- shape: forbid drop type, drop table column
-- shape back: forbid drop type, drop table column
