-- title: a materialized view becomes a view of the same name
-- from
CREATE TABLE t (a int);
CREATE MATERIALIZED VIEW m AS SELECT a FROM t;
CREATE INDEX m_a ON m (a);
CREATE VIEW above AS SELECT a FROM m;
-- to
CREATE TABLE t (a int);
CREATE VIEW m AS SELECT a FROM t;
CREATE VIEW above AS SELECT a FROM m;
