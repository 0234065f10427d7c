-- title: a materialized view is filled, another emptied
-- from
CREATE TABLE t (a int);
CREATE MATERIALIZED VIEW m AS SELECT a FROM t WITH NO DATA;
CREATE MATERIALIZED VIEW n AS SELECT a FROM t WITH DATA;
-- seed
INSERT INTO t VALUES (1);
-- to
CREATE TABLE t (a int);
CREATE MATERIALIZED VIEW m AS SELECT a FROM t WITH DATA;
CREATE MATERIALIZED VIEW n AS SELECT a FROM t WITH NO DATA;
-- shape: forbid drop materialized view
-- shape back: forbid drop materialized view
