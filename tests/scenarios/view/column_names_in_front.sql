-- title: a view with a list of column names
-- from
CREATE TABLE t (a int, b int);
CREATE VIEW v (x, y) AS SELECT a, b FROM t;
-- to
CREATE TABLE t (a int, b int);
CREATE VIEW v (x, y, z) AS SELECT a, a + b, a * b FROM t;
-- shape: require alter view; forbid drop view
