-- title: a materialized view moves to another tablespace and back to the database's own
-- from
CREATE TABLE t (a int);
CREATE MATERIALIZED VIEW m AS SELECT a FROM t;
CREATE MATERIALIZED VIEW n TABLESPACE sc_slow AS SELECT a FROM t;
-- seed
INSERT INTO t VALUES (1);
-- to
CREATE TABLE t (a int);
CREATE MATERIALIZED VIEW m TABLESPACE sc_fast AS SELECT a FROM t;
CREATE MATERIALIZED VIEW n TABLESPACE sc_fast AS SELECT a FROM t;
-- shape: forbid drop materialized view
-- shape back: forbid drop materialized view
