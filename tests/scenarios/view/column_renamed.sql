-- title: a view's column gets another name
-- from
CREATE TABLE t (a int, b int);
CREATE VIEW v AS SELECT a, b FROM t;
COMMENT ON COLUMN v.b IS 'kept';
-- to
CREATE TABLE t (a int, b int);
CREATE VIEW v AS SELECT a AS alpha, b FROM t;
COMMENT ON COLUMN v.b IS 'kept';
