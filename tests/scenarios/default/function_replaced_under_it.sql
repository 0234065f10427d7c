-- title: the function of a default changes its result type, the default reads the same
-- from
CREATE FUNCTION pick() RETURNS int LANGUAGE sql AS $$ SELECT 1 $$;
CREATE TABLE t (id int PRIMARY KEY, n bigint DEFAULT pick());
-- seed
INSERT INTO t VALUES (1);
-- to
CREATE FUNCTION pick() RETURNS bigint LANGUAGE sql AS $$ SELECT 1::bigint $$;
CREATE TABLE t (id int PRIMARY KEY, n bigint DEFAULT pick());
-- seed
INSERT INTO t VALUES (1);
-- shape: require drop function, create function; forbid drop table, drop table column
-- later: INSERT INTO t VALUES (2); CREATE VIEW later_v AS SELECT pick() AS p;
