-- title: when an exclusion constraint is checked changes
-- from
CREATE TABLE t (r int4range, CONSTRAINT one EXCLUDE USING gist (r WITH &&), CONSTRAINT two EXCLUDE USING gist (r WITH =) DEFERRABLE INITIALLY DEFERRED);
-- seed
INSERT INTO t VALUES ('[1,5)');
-- to
CREATE TABLE t (r int4range, CONSTRAINT one EXCLUDE USING gist (r WITH &&) DEFERRABLE INITIALLY DEFERRED, CONSTRAINT two EXCLUDE USING gist (r WITH =) DEFERRABLE);
-- seed
INSERT INTO t VALUES ('[1,5)');
-- shape: require drop table constraint, create table constraint; forbid drop table, drop table column
