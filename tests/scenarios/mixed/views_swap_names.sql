-- title: two views, and two views above them, exchange their definitions
-- from
CREATE TABLE t (a int, b text);
CREATE VIEW one AS SELECT a FROM t;
CREATE VIEW two AS SELECT b FROM t;
CREATE VIEW above AS SELECT one.a, two.b FROM one, two;
-- to
CREATE TABLE t (a int, b text);
CREATE VIEW one AS SELECT b FROM t;
CREATE VIEW two AS SELECT a FROM t;
CREATE VIEW above AS SELECT two.a, one.b FROM one, two;
