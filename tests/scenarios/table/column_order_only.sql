-- title: the same columns in another order; no statement can mend that, and nothing is rebuilt
-- from
CREATE TABLE t (a int, b text, c date);
-- seed
INSERT INTO t VALUES (1, 'x', '2020-01-01');
-- to
CREATE TABLE t (c date, a int, b text);
-- seed
INSERT INTO t VALUES ('2020-01-01', 1, 'x');
-- shape: forbid alter table, drop table, drop table column, create table column, alter table column
