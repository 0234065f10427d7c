-- title: a view gets a column at its end; back, it loses one under another view
-- from
CREATE TABLE t (a int, b int);
CREATE VIEW v AS SELECT a FROM t;
CREATE VIEW above AS SELECT a FROM v;
-- to
CREATE TABLE t (a int, b int);
CREATE VIEW v AS SELECT a, b FROM t;
CREATE VIEW above AS SELECT a FROM v;
-- shape: require alter view; forbid drop view
-- later: CREATE VIEW later_v AS SELECT * FROM above;
