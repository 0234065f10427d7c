-- title: the domain goes, the column stays with the base type
-- from
CREATE DOMAIN "Odd Domain" AS numeric(10,2) CONSTRAINT "it's" CHECK (VALUE >= 0);
CREATE TABLE t (a "Odd Domain", b "Odd Domain"[]);
-- seed
INSERT INTO t VALUES (1.50, '{2.25}');
-- to
CREATE TABLE t (a numeric(10,2), b numeric(10,2)[]);
-- seed
INSERT INTO t VALUES (1.50, '{2.25}');
-- shape: forbid drop table column
