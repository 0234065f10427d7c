-- title: storage parameters are set, changed and reset
-- from
CREATE TABLE set_all (a int);
CREATE TABLE change_one (a int) WITH (fillfactor = 70, autovacuum_enabled = true);
CREATE TABLE reset_all (a int) WITH (fillfactor = 50, parallel_workers = 2);
-- seed
INSERT INTO change_one VALUES (1);
-- to
CREATE TABLE set_all (a int) WITH (fillfactor = 90, autovacuum_vacuum_scale_factor = 0.05, user_catalog_table = false, vacuum_truncate = false);
CREATE TABLE change_one (a int) WITH (fillfactor = 80, autovacuum_enabled = true);
CREATE TABLE reset_all (a int);
-- seed
INSERT INTO change_one VALUES (1);
-- shape: require alter table; forbid drop table
