-- title: the same storage parameters, one changed, in another order
-- from
CREATE TABLE t (a int) WITH (fillfactor = 70, autovacuum_enabled = false, parallel_workers = 3);
-- to
CREATE TABLE t (a int) WITH (parallel_workers = 4, autovacuum_enabled = false, fillfactor = 70);
-- shape: require alter table; forbid drop table
