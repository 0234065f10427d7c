-- title: storage parameters of the toast table
-- from
CREATE TABLE t (a text) WITH (toast.autovacuum_enabled = false);
CREATE TABLE u (a text) WITH (fillfactor = 50, toast.vacuum_truncate = false);
-- to
CREATE TABLE t (a text) WITH (toast.autovacuum_enabled = true, toast.autovacuum_freeze_max_age = 200000000);
CREATE TABLE u (a text) WITH (fillfactor = 50);
-- shape: require alter table; forbid drop table
