-- title: a right on the whole table shrinks to columns
-- roles: app
-- from
CREATE TABLE t (a int, b int);
GRANT SELECT, UPDATE ON t TO app;
-- to
CREATE TABLE t (a int, b int);
GRANT SELECT (a), UPDATE (b) ON t TO app;
