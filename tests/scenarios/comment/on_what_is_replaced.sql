-- title: comments on objects that are made anew
-- from
CREATE TABLE t (a int CONSTRAINT t_check CHECK (a > 0));
CREATE DOMAIN d AS int CONSTRAINT d_check CHECK (VALUE > 0);
CREATE INDEX t_a ON t (a);
COMMENT ON CONSTRAINT t_check ON t IS 'kept';
COMMENT ON CONSTRAINT d_check ON DOMAIN d IS 'kept';
COMMENT ON INDEX t_a IS 'changes';
-- to
CREATE TABLE t (a int CONSTRAINT t_check CHECK (a > 1));
CREATE DOMAIN d AS int CONSTRAINT d_check CHECK (VALUE > 1);
CREATE INDEX t_a ON t (a DESC);
COMMENT ON CONSTRAINT t_check ON t IS 'kept';
COMMENT ON CONSTRAINT d_check ON DOMAIN d IS 'kept';
COMMENT ON INDEX t_a IS 'changed';
