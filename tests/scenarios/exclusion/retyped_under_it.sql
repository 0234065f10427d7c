-- title: a column is retyped under an exclusion constraint
-- extensions: btree_gist
-- from
CREATE EXTENSION btree_gist;
CREATE TABLE t (room int, during tsrange, CONSTRAINT busy EXCLUDE USING gist (room WITH =, during WITH &&) WHERE (room > 0) DEFERRABLE);
COMMENT ON CONSTRAINT busy ON t IS 'one at a time';
-- seed
INSERT INTO t VALUES (1, '[2020-01-01,2020-02-01)');
-- to
CREATE EXTENSION btree_gist;
CREATE TABLE t (room bigint, during tsrange, CONSTRAINT busy EXCLUDE USING gist (room WITH =, during WITH &&) WHERE (room > 0) DEFERRABLE);
COMMENT ON CONSTRAINT busy ON t IS 'one at a time';
-- seed
INSERT INTO t VALUES (1, '[2020-01-01,2020-02-01)');
-- shape: require alter table column; forbid drop table, drop table column
