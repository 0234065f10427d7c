-- title: a parsed body reads a column that is retyped, another one that goes
-- from
CREATE TABLE t (a int, b int, c int);
CREATE FUNCTION f() RETURNS SETOF text LANGUAGE sql BEGIN ATOMIC SELECT a::text || b::text FROM t; END;
CREATE VIEW v AS SELECT f() AS x;
COMMENT ON FUNCTION f() IS 'kept';
-- seed
INSERT INTO t VALUES (1, 2, 3);
-- to
CREATE TABLE t (a bigint, c int);
CREATE FUNCTION f() RETURNS SETOF text LANGUAGE sql BEGIN ATOMIC SELECT a::text || c::text FROM t; END;
CREATE VIEW v AS SELECT f() AS x;
COMMENT ON FUNCTION f() IS 'kept';
-- seed
INSERT INTO t VALUES (1, 3);
-- refused: deletes_data
