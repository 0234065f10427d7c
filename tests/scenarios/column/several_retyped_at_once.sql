-- title: all columns of a table are retyped under one view and one check over them
-- from
CREATE TABLE t (a int, b varchar(10), c date, d numeric(5, 1), CONSTRAINT ab CHECK (a > 0 AND b <> ''));
CREATE VIEW v AS SELECT a, b, c, d, a * d AS ad FROM t;
-- seed
INSERT INTO t VALUES (1, 'x', '2020-01-01', 1.5);
-- to
CREATE TABLE t (a bigint, b text, c timestamp, d numeric(8, 2), CONSTRAINT ab CHECK (a > 0 AND b <> ''));
CREATE VIEW v AS SELECT a, b, c, d, a * d AS ad FROM t;
-- seed
INSERT INTO t VALUES (1, 'x', '2020-01-01', 1.5);
-- shape: require alter table column; forbid drop table, drop table column
