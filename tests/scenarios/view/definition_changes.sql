-- title: a view keeps its columns and reads otherwise
-- from
CREATE TABLE t (a int, b int);
CREATE VIEW v AS SELECT a FROM t;
CREATE VIEW above AS SELECT a FROM v;
-- to
CREATE TABLE t (a int, b int);
CREATE VIEW v AS SELECT b AS a FROM t WHERE b > 0;
CREATE VIEW above AS SELECT a FROM v;
-- shape: require alter view; forbid drop view
-- shape back: require alter view; forbid drop view
