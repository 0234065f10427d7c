-- title: a toast parameter on a table that gets its toast table only with the new column
-- gap: toast parameters are set before the column comes that makes the toast table
-- from
CREATE TABLE t (a int);
-- seed
INSERT INTO t VALUES (1);
-- to
CREATE TABLE t (a int, b text) WITH (toast.autovacuum_enabled = false);
-- seed
INSERT INTO t VALUES (1, 'x');
-- shape: require alter table; forbid drop table
-- shape back: forbid drop table
-- refused back: deletes_data
