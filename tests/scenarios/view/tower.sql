-- title: a column is retyped under a tower of views
-- from
CREATE TABLE t (a int, b int);
CREATE VIEW v1 AS SELECT a, b FROM t;
CREATE VIEW v2 AS SELECT a FROM v1;
CREATE VIEW v3 AS SELECT v1.b, v2.a FROM v1, v2;
CREATE VIEW only_count AS SELECT count(*) AS n FROM t;
CREATE VIEW other AS SELECT b FROM t;
-- seed
INSERT INTO t VALUES (1, 2);
-- to
CREATE TABLE t (a numeric(8,2), b int);
CREATE VIEW v1 AS SELECT a, b FROM t;
CREATE VIEW v2 AS SELECT a FROM v1;
CREATE VIEW v3 AS SELECT v1.b, v2.a FROM v1, v2;
CREATE VIEW only_count AS SELECT count(*) AS n FROM t;
CREATE VIEW other AS SELECT b FROM t;
-- seed
INSERT INTO t VALUES (1, 2);
-- shape: require alter table column; forbid drop table column
-- later: CREATE VIEW later_v AS SELECT * FROM v3;
-- later back: CREATE VIEW later_v AS SELECT * FROM v3;
