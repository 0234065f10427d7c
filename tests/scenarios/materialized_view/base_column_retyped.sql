-- title: a column below a materialized view is retyped
-- from
CREATE TABLE t (a int, b varchar(5));
CREATE MATERIALIZED VIEW m AS SELECT a, b FROM t;
CREATE UNIQUE INDEX m_a ON m (a);
-- seed
INSERT INTO t VALUES (1, 'x');
-- to
CREATE TABLE t (a bigint, b varchar(10));
CREATE MATERIALIZED VIEW m AS SELECT a, b FROM t;
CREATE UNIQUE INDEX m_a ON m (a);
-- seed
INSERT INTO t VALUES (1, 'x');
-- shape: require alter table column; forbid drop table column
-- later: CREATE VIEW later_v AS SELECT * FROM m;
