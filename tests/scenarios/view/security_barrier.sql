-- title: the security barrier of a view is raised, lowered, kept
-- from
CREATE TABLE t (a int);
CREATE VIEW off AS SELECT a FROM t;
CREATE VIEW stated WITH (security_barrier=false) AS SELECT a FROM t;
CREATE VIEW kept WITH (security_barrier=true) AS SELECT a FROM t;
-- to
CREATE TABLE t (a int);
CREATE VIEW off WITH (security_barrier) AS SELECT a FROM t;
CREATE VIEW stated AS SELECT a FROM t;
CREATE VIEW kept WITH (security_barrier=true) AS SELECT a, a + 1 AS b FROM t;
-- shape: require alter view; forbid drop view
