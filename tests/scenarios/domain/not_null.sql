-- title: a domain refuses nulls, another accepts them again
-- from
CREATE DOMAIN a AS int;
CREATE DOMAIN b AS int NOT NULL;
CREATE TABLE t (a a, b b);
-- seed
INSERT INTO t VALUES (1, 1);
-- to
CREATE DOMAIN a AS int NOT NULL;
CREATE DOMAIN b AS int;
CREATE TABLE t (a a, b b);
-- seed
INSERT INTO t VALUES (1, 1);
-- shape: forbid drop type, drop table column
-- shape back: forbid drop type, drop table column
