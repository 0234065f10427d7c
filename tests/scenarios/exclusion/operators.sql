-- title: the operators of an exclusion constraint change
-- from
CREATE TABLE t (r int4range, c circle, CONSTRAINT r_excl EXCLUDE USING gist (r WITH &&), CONSTRAINT c_excl EXCLUDE USING gist (c WITH &&));
-- seed
INSERT INTO t VALUES ('[1,5)', '<(0,0),1>');
-- to
CREATE TABLE t (r int4range, c circle, CONSTRAINT r_excl EXCLUDE USING gist (r WITH =), CONSTRAINT c_excl EXCLUDE USING gist (c WITH &&, r WITH -|-));
-- seed
INSERT INTO t VALUES ('[1,5)', '<(0,0),1>');
-- shape: require drop table constraint, create table constraint; forbid drop table, drop table column
