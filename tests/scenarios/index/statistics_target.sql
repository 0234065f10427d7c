-- title: the statistics target of an index expression
-- from
CREATE TABLE t (a int, b int);
CREATE INDEX t_sum ON t (a, (a + b), (a * b));
ALTER INDEX t_sum ALTER COLUMN 3 SET STATISTICS 10;
-- seed
INSERT INTO t VALUES (1, 2);
-- to
CREATE TABLE t (a int, b int);
CREATE INDEX t_sum ON t (a, (a + b), (a * b));
ALTER INDEX t_sum ALTER COLUMN 2 SET STATISTICS 500;
-- shape: require alter index; forbid drop index
-- shape back: require alter index; forbid drop index
