-- title: an index of the same definition under another name
-- from
CREATE TABLE t (a int);
CREATE INDEX t_old ON t (a);
-- to
CREATE TABLE t (a int);
CREATE INDEX t_new ON t (a);
-- later: COMMENT ON INDEX t_new IS 'made later';
