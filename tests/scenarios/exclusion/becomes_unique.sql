-- title: an exclusion by equality becomes a unique constraint of its name
-- from
CREATE TABLE t (a int, CONSTRAINT once EXCLUDE USING btree (a WITH =));
-- seed
INSERT INTO t VALUES (1);
-- to
CREATE TABLE t (a int, CONSTRAINT once UNIQUE (a));
-- seed
INSERT INTO t VALUES (1);
-- shape: require drop table constraint, create table constraint; forbid drop table, drop table column
