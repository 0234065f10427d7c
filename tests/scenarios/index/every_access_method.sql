-- title: one index of each access method
-- from
CREATE TABLE t (a int, b text, c int[], d point, e inet, f timestamptz);
-- seed
INSERT INTO t VALUES (1, 'x', '{1,2}', '(1,2)', '10.0.0.1', '2024-01-01 00:00+00');
-- to
CREATE TABLE t (a int, b text, c int[], d point, e inet, f timestamptz);
CREATE INDEX t_btree ON t (a);
CREATE INDEX t_hash ON t USING hash (b);
CREATE INDEX t_gin ON t USING gin (c);
CREATE INDEX t_gist ON t USING gist (d);
CREATE INDEX t_spgist ON t USING spgist (e);
CREATE INDEX t_brin ON t USING brin (f);
-- shape: require create index; forbid drop table, alter table column
-- shape back: require drop index; forbid drop table
