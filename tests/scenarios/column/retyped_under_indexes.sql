-- title: a column is retyped under every form of index
-- from
CREATE TABLE t (id int PRIMARY KEY, a varchar(10), b int);
CREATE INDEX t_a ON t (a DESC NULLS LAST);
CREATE INDEX t_lower ON t (lower(a)) WITH (fillfactor = 80);
CREATE INDEX t_part ON t (id) WHERE a = 'p';
CREATE UNIQUE INDEX t_incl ON t (b) INCLUDE (a);
CREATE INDEX t_pattern ON t (a varchar_pattern_ops);
ALTER INDEX t_lower ALTER COLUMN 1 SET STATISTICS 300;
ALTER TABLE t CLUSTER ON t_a;
COMMENT ON INDEX t_part IS 'p only';
-- seed
INSERT INTO t VALUES (1, 'p', 1);
-- to
CREATE TABLE t (id int PRIMARY KEY, a text, b int);
CREATE INDEX t_a ON t (a DESC NULLS LAST);
CREATE INDEX t_lower ON t (lower(a)) WITH (fillfactor = 80);
CREATE INDEX t_part ON t (id) WHERE a = 'p';
CREATE UNIQUE INDEX t_incl ON t (b) INCLUDE (a);
CREATE INDEX t_pattern ON t (a text_pattern_ops);
ALTER INDEX t_lower ALTER COLUMN 1 SET STATISTICS 300;
ALTER TABLE t CLUSTER ON t_a;
COMMENT ON INDEX t_part IS 'p only';
-- seed
INSERT INTO t VALUES (1, 'p', 1);
-- shape: require alter table column; forbid drop table, drop table column
