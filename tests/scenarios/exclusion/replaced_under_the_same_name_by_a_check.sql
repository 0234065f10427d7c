-- title: an exclusion constraint gives its name to a check, a check to an exclusion
-- from
CREATE TABLE t (a int, r int4range, CONSTRAINT one EXCLUDE USING gist (r WITH &&), CONSTRAINT two CHECK (a > 0));
-- seed
INSERT INTO t VALUES (1, '[1,5)');
-- to
CREATE TABLE t (a int, r int4range, CONSTRAINT one CHECK (a > 0), CONSTRAINT two EXCLUDE USING gist (r WITH &&));
-- seed
INSERT INTO t VALUES (1, '[1,5)');
-- shape: require drop table constraint, create table constraint; forbid drop table, drop table column
