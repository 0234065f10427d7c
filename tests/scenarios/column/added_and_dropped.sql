-- title: a plain column comes, another goes
-- from
CREATE TABLE t (id int PRIMARY KEY, gone text);
-- seed
INSERT INTO t VALUES (1, 'x');
-- to
CREATE TABLE t (id int PRIMARY KEY, fresh date);
-- seed
INSERT INTO t VALUES (1, '2020-01-01');
-- shape: require create table column, drop table column; forbid drop table
-- shape back: require create table column, drop table column; forbid drop table
-- refused: deletes_data
-- refused back: deletes_data
-- later: UPDATE t SET fresh = '2021-01-01'; CREATE VIEW later_v AS SELECT fresh FROM t;
-- later back: UPDATE t SET gone = 'y'; CREATE VIEW later_v AS SELECT gone FROM t;
