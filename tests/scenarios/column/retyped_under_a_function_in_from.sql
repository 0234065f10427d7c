-- title: a column is retyped under a view of a function that returns the table's rows
-- from
CREATE TABLE t (id int PRIMARY KEY, a int);
CREATE FUNCTION all_t() RETURNS SETOF t LANGUAGE sql STABLE AS $$ SELECT * FROM public.t $$;
CREATE VIEW v AS SELECT f.id, f.a FROM all_t() f;
-- seed
INSERT INTO t VALUES (1, 1);
-- to
CREATE TABLE t (id int PRIMARY KEY, a text);
CREATE FUNCTION all_t() RETURNS SETOF t LANGUAGE sql STABLE AS $$ SELECT * FROM public.t $$;
CREATE VIEW v AS SELECT f.id, f.a FROM all_t() f;
-- seed
INSERT INTO t VALUES (1, 1);
-- shape: require alter table column, drop view, create view; forbid drop table, drop table column
