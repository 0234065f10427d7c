-- title: included columns and storage parameters of an exclusion constraint's index
-- from
CREATE TABLE t (a int, b int, CONSTRAINT one EXCLUDE USING btree (a WITH =), CONSTRAINT two EXCLUDE USING btree (b WITH =) INCLUDE (a) WITH (fillfactor = 70));
-- seed
INSERT INTO t VALUES (1, 1);
-- to
CREATE TABLE t (a int, b int, CONSTRAINT one EXCLUDE USING btree (a WITH =) INCLUDE (b), CONSTRAINT two EXCLUDE USING btree (b WITH =) INCLUDE (a) WITH (fillfactor = 90));
-- seed
INSERT INTO t VALUES (1, 1);
-- shape: require drop table constraint, create table constraint, alter table constraint; forbid drop table, drop table column
