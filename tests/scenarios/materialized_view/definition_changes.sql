-- title: the query of a materialized view with indexes and dependents changes
-- from
CREATE TABLE t (id int, n int);
CREATE MATERIALIZED VIEW m AS SELECT id, sum(n) AS n FROM t GROUP BY id;
CREATE UNIQUE INDEX m_id ON m (id);
CREATE INDEX m_n ON m (n DESC) WHERE n > 0;
COMMENT ON MATERIALIZED VIEW m IS 'sums';
COMMENT ON COLUMN m.n IS 'the sum';
COMMENT ON INDEX m_n IS 'an index of m';
CREATE VIEW above AS SELECT n FROM m;
CREATE MATERIALIZED VIEW above_m AS SELECT max(n) AS n FROM m;
-- seed
INSERT INTO t VALUES (1, 2), (1, 3);
-- to
CREATE TABLE t (id int, n int);
CREATE MATERIALIZED VIEW m AS SELECT id, avg(n) AS n FROM t GROUP BY id;
CREATE UNIQUE INDEX m_id ON m (id);
CREATE INDEX m_n ON m (n DESC) WHERE n > 0;
COMMENT ON MATERIALIZED VIEW m IS 'sums';
COMMENT ON COLUMN m.n IS 'the sum';
COMMENT ON INDEX m_n IS 'an index of m';
CREATE VIEW above AS SELECT n FROM m;
CREATE MATERIALIZED VIEW above_m AS SELECT max(n) AS n FROM m;
-- seed
INSERT INTO t VALUES (1, 2), (1, 3);
-- shape: forbid drop table
