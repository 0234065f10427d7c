-- title: which of two views reads the other is reversed
-- from
CREATE TABLE t (a int);
CREATE VIEW v1 AS SELECT a FROM t;
CREATE VIEW v2 AS SELECT a FROM v1;
-- to
CREATE TABLE t (a int);
CREATE VIEW v2 AS SELECT a FROM t;
CREATE VIEW v1 AS SELECT a FROM v2;
