-- title: a view over a function that returns a table's rows
-- from
CREATE TABLE t (a int, b int);
CREATE FUNCTION rows_of() RETURNS SETOF t LANGUAGE sql STABLE AS $$ SELECT * FROM t $$;
CREATE VIEW v AS SELECT a FROM rows_of();
-- seed
INSERT INTO t VALUES (1, 2);
-- to
CREATE TABLE t (a bigint, b int);
CREATE FUNCTION rows_of() RETURNS SETOF t LANGUAGE sql STABLE AS $$ SELECT * FROM t $$;
CREATE VIEW v AS SELECT a FROM rows_of();
-- seed
INSERT INTO t VALUES (1, 2);
