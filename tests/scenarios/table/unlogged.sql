-- title: a table becomes unlogged
-- from
CREATE TABLE t (id int PRIMARY KEY, x text);
CREATE INDEX t_x ON t (x);
-- seed
INSERT INTO t VALUES (1, 'a');
-- to
CREATE UNLOGGED TABLE t (id int PRIMARY KEY, x text);
CREATE INDEX t_x ON t (x);
-- seed
INSERT INTO t VALUES (1, 'a');
-- shape: require alter table; forbid drop table
-- shape back: require alter table; forbid drop table
-- later: CREATE VIEW later_v AS SELECT x FROM t;
