-- title: indexes of a materialized view come and go
-- from
CREATE TABLE t (a int, b int);
CREATE MATERIALIZED VIEW m AS SELECT a, b FROM t;
CREATE INDEX m_a ON m (a);
-- to
CREATE TABLE t (a int, b int);
CREATE MATERIALIZED VIEW m AS SELECT a, b FROM t;
CREATE UNIQUE INDEX m_ab ON m (a, b);
CREATE INDEX m_sum ON m ((a + b)) WITH (fillfactor=80);
ALTER MATERIALIZED VIEW m CLUSTER ON m_ab;
-- shape: require create index, drop index; forbid drop materialized view
-- shape back: forbid drop materialized view
