-- title: comments on a column, its index and its constraint while it is retyped
-- from
CREATE TABLE t (a int CONSTRAINT t_a_key UNIQUE, CONSTRAINT t_a_check CHECK (a > 0));
CREATE INDEX t_a ON t (a);
COMMENT ON COLUMN t.a IS 'col';
COMMENT ON INDEX t_a IS 'idx';
COMMENT ON CONSTRAINT t_a_key ON t IS 'key';
COMMENT ON CONSTRAINT t_a_check ON t IS 'check';
-- seed
INSERT INTO t VALUES (1);
-- to
CREATE TABLE t (a numeric CONSTRAINT t_a_key UNIQUE, CONSTRAINT t_a_check CHECK (a > 0));
CREATE INDEX t_a ON t (a);
COMMENT ON COLUMN t.a IS 'col';
COMMENT ON INDEX t_a IS 'idx';
COMMENT ON CONSTRAINT t_a_key ON t IS 'key';
COMMENT ON CONSTRAINT t_a_check ON t IS 'check';
-- seed
INSERT INTO t VALUES (1);
-- shape: require alter table column; forbid drop table column
