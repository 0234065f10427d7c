-- title: a rebuilt index keeps the cluster mark and its comment
-- from
CREATE TABLE t (a int, b int);
CREATE INDEX t_a ON t (a);
ALTER TABLE t CLUSTER ON t_a;
COMMENT ON INDEX t_a IS 'the order of the pages';
-- seed
INSERT INTO t VALUES (2, 1), (1, 2);
-- to
CREATE TABLE t (a int, b int);
CREATE INDEX t_a ON t (a, b);
ALTER TABLE t CLUSTER ON t_a;
COMMENT ON INDEX t_a IS 'the order of the pages';
