-- title: views and functions hang on a domain that gets another base
-- from
CREATE DOMAIN amount AS int;
CREATE TABLE t (a amount);
CREATE VIEW v AS SELECT a, a * 2 AS twice FROM t;
CREATE FUNCTION f(x amount) RETURNS amount LANGUAGE sql AS $$ SELECT x $$;
CREATE VIEW w AS SELECT f(1) AS one;
-- seed
INSERT INTO t VALUES (3);
-- to
CREATE DOMAIN amount AS numeric(12,2);
CREATE TABLE t (a amount);
CREATE VIEW v AS SELECT a, a * 2 AS twice FROM t;
CREATE FUNCTION f(x amount) RETURNS amount LANGUAGE sql AS $$ SELECT x $$;
CREATE VIEW w AS SELECT f(1) AS one;
-- seed
INSERT INTO t VALUES (3);
-- shape: forbid drop table column
