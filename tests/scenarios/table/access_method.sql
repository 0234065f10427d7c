-- title: a table changes its access method
-- pg: >=15
-- from
CREATE ACCESS METHOD heap_too TYPE TABLE HANDLER heap_tableam_handler;
CREATE TABLE t (id int PRIMARY KEY, x text);
-- seed
INSERT INTO t VALUES (1, 'a');
-- to
CREATE ACCESS METHOD heap_too TYPE TABLE HANDLER heap_tableam_handler;
CREATE TABLE t (id int PRIMARY KEY, x text) USING heap_too;
-- seed
INSERT INTO t VALUES (1, 'a');
-- shape: require alter table; forbid drop table
