-- title: a column is retyped under a BEGIN ATOMIC function that a view and a default use
-- from
CREATE TABLE t (id int PRIMARY KEY, a int);
CREATE FUNCTION top() RETURNS bigint LANGUAGE sql STABLE BEGIN ATOMIC SELECT max(a) FROM t; END;
CREATE VIEW v AS SELECT top() AS top;
CREATE TABLE u (id int PRIMARY KEY, x bigint DEFAULT top());
CREATE FUNCTION text_top() RETURNS bigint LANGUAGE sql STABLE AS $$ SELECT max(a)::bigint FROM public.t $$;
-- seed
INSERT INTO t VALUES (1, 1);
INSERT INTO u VALUES (1);
-- to
CREATE TABLE t (id int PRIMARY KEY, a bigint);
CREATE FUNCTION top() RETURNS bigint LANGUAGE sql STABLE BEGIN ATOMIC SELECT max(a) FROM t; END;
CREATE VIEW v AS SELECT top() AS top;
CREATE TABLE u (id int PRIMARY KEY, x bigint DEFAULT top());
CREATE FUNCTION text_top() RETURNS bigint LANGUAGE sql STABLE AS $$ SELECT max(a)::bigint FROM public.t $$;
-- seed
INSERT INTO t VALUES (1, 1);
INSERT INTO u VALUES (1);
-- shape: require alter table column, drop function, create function; forbid drop table, drop table column
