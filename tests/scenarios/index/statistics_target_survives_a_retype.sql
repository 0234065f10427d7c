-- title: a retyped column loses nothing of its index expressions
-- from
CREATE TABLE t (a int, b int);
CREATE INDEX t_sum ON t ((a + b)) WITH (fillfactor=50);
ALTER INDEX t_sum ALTER COLUMN 1 SET STATISTICS 200;
COMMENT ON INDEX t_sum IS 'kept';
ALTER TABLE t CLUSTER ON t_sum;
-- seed
INSERT INTO t VALUES (1, 2);
-- to
CREATE TABLE t (a bigint, b int);
CREATE INDEX t_sum ON t ((a + b)) WITH (fillfactor=50);
ALTER INDEX t_sum ALTER COLUMN 1 SET STATISTICS 200;
COMMENT ON INDEX t_sum IS 'kept';
ALTER TABLE t CLUSTER ON t_sum;
-- seed
INSERT INTO t VALUES (1, 2);
-- shape: require alter table column; forbid drop table column
