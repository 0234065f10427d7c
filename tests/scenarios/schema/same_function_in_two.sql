-- title: functions of one signature in two schemas, a default and a view change from one to the other
-- from
CREATE SCHEMA a;
CREATE SCHEMA b;
CREATE FUNCTION a.f(int) RETURNS int LANGUAGE sql IMMUTABLE AS $$ SELECT $1 + 1 $$;
CREATE FUNCTION b.f(int) RETURNS int LANGUAGE sql IMMUTABLE AS $$ SELECT $1 + 2 $$;
CREATE TABLE t (id int PRIMARY KEY, n int DEFAULT a.f(1) CHECK (a.f(n) > 0), g int GENERATED ALWAYS AS (a.f(id)) STORED);
CREATE VIEW v AS SELECT a.f(n) AS x FROM t;
-- seed
INSERT INTO t VALUES (1, 1);
-- to
CREATE SCHEMA a;
CREATE SCHEMA b;
CREATE FUNCTION a.f(int) RETURNS int LANGUAGE sql IMMUTABLE AS $$ SELECT $1 + 1 $$;
CREATE FUNCTION b.f(int) RETURNS int LANGUAGE sql IMMUTABLE AS $$ SELECT $1 + 2 $$;
CREATE TABLE t (id int PRIMARY KEY, n int DEFAULT b.f(1) CHECK (b.f(n) > 0), g int GENERATED ALWAYS AS (b.f(id)) STORED);
CREATE VIEW v AS SELECT b.f(n) AS x FROM t;
-- seed
INSERT INTO t VALUES (1, 1);
-- shape: require alter default value; forbid drop table, drop function
