-- title: columns of a view change places and one comes in between
-- from
CREATE TABLE t (a int, b int, c int);
CREATE VIEW v AS SELECT a, c FROM t;
CREATE VIEW above AS SELECT * FROM v;
-- to
CREATE TABLE t (a int, b int, c int);
CREATE VIEW v AS SELECT c, b, a FROM t;
CREATE VIEW above AS SELECT * FROM v;
