-- title: a parsed procedure writes a table whose column is retyped
-- from
CREATE TABLE t (a int, b text);
CREATE PROCEDURE p(x int) LANGUAGE sql BEGIN ATOMIC INSERT INTO t (a, b) VALUES (x, 'x'); UPDATE t SET b = 'y' WHERE a = x; END;
-- seed
INSERT INTO t VALUES (1, 'x');
-- to
CREATE TABLE t (a bigint, b varchar(40));
CREATE PROCEDURE p(x int) LANGUAGE sql BEGIN ATOMIC INSERT INTO t (a, b) VALUES (x, 'x'); UPDATE t SET b = 'y' WHERE a = x; END;
-- seed
INSERT INTO t VALUES (1, 'x');
-- shape: forbid drop table column
