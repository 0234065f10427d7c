-- title: only the storage parameters of an exclusion's index change
-- from
CREATE TABLE t (r int4range, CONSTRAINT busy EXCLUDE USING gist (r WITH &&) WITH (fillfactor = 70, buffering = off));
-- seed
INSERT INTO t VALUES ('[1,5)');
-- to
CREATE TABLE t (r int4range, CONSTRAINT busy EXCLUDE USING gist (r WITH &&) WITH (fillfactor = 90));
-- seed
INSERT INTO t VALUES ('[1,5)');
-- shape: require alter table constraint; forbid drop table constraint, drop table, drop table column
