-- title: a view reads the attribute that is retyped
-- from
CREATE TYPE pair AS (a int, b text);
CREATE TABLE t (id int);
CREATE VIEW v AS SELECT id, (ROW(id, 'x')::pair).a AS a, (ROW(id, 'x')::pair).b AS b FROM t;
-- seed
INSERT INTO t VALUES (1);
-- to
CREATE TYPE pair AS (a bigint, b text);
CREATE TABLE t (id int);
CREATE VIEW v AS SELECT id, (ROW(id, 'x')::pair).a AS a, (ROW(id, 'x')::pair).b AS b FROM t;
-- seed
INSERT INTO t VALUES (1);
