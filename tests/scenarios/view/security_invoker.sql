-- title: a view checks the rights of who asks
-- pg: >=15
-- from
CREATE TABLE t (a int);
CREATE VIEW v AS SELECT a FROM t;
CREATE VIEW w WITH (security_invoker=true, security_barrier=true) AS SELECT a FROM t;
-- to
CREATE TABLE t (a int);
CREATE VIEW v WITH (security_invoker=true) AS SELECT a FROM t WHERE a > 0;
CREATE VIEW w WITH (security_barrier=true) AS SELECT a FROM t;
-- shape: require alter view; forbid drop view
-- shape back: forbid drop view
