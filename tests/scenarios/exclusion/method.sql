-- title: the index method of an exclusion constraint changes
-- from
CREATE TABLE t (a int, r int4range, CONSTRAINT a_excl EXCLUDE USING btree (a WITH =), CONSTRAINT r_excl EXCLUDE USING gist (r WITH &&));
-- seed
INSERT INTO t VALUES (1, '[1,5)');
-- to
CREATE TABLE t (a int, r int4range, CONSTRAINT a_excl EXCLUDE USING hash (a WITH =), CONSTRAINT r_excl EXCLUDE USING spgist (r WITH &&));
-- seed
INSERT INTO t VALUES (1, '[1,5)');
-- shape: require drop table constraint, create table constraint; forbid drop table, drop table column
