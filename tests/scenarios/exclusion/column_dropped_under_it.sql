-- title: a column goes out of an exclusion constraint that keeps its name
-- from
CREATE TABLE t (a int, b int, CONSTRAINT busy EXCLUDE USING btree (a WITH =, b WITH =));
-- seed
INSERT INTO t VALUES (1, 1);
-- to
CREATE TABLE t (a int, CONSTRAINT busy EXCLUDE USING btree (a WITH =));
-- seed
INSERT INTO t VALUES (1);
-- shape: require drop table column, create table constraint; forbid drop table
-- refused: deletes_data
