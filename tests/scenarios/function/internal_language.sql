-- title: a function that points at the server's own code
-- from
CREATE FUNCTION my_abs(int) RETURNS int LANGUAGE internal IMMUTABLE STRICT AS 'int4abs';
CREATE TABLE t (a int, CONSTRAINT t_abs CHECK (my_abs(a) < 10));
-- seed
INSERT INTO t VALUES (-1);
-- to
CREATE FUNCTION my_abs(int) RETURNS int LANGUAGE internal IMMUTABLE STRICT PARALLEL SAFE AS 'int4up';
CREATE TABLE t (a int, CONSTRAINT t_abs CHECK (my_abs(a) < 10));
-- shape: require alter function; forbid drop function, drop table constraint
