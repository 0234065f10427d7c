-- title: column grants survive a retype and a column that comes
-- roles: app
-- from
CREATE TABLE t (a int, b int);
GRANT SELECT (a), UPDATE (b) ON t TO app;
-- seed
INSERT INTO t VALUES (1, 2);
-- to
CREATE TABLE t (a bigint, b int, c int);
GRANT SELECT (a, c), UPDATE (b) ON t TO app;
-- seed
INSERT INTO t VALUES (1, 2, 3);
-- shape: forbid drop table
-- refused: deletes_data
