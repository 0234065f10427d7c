-- title: an operator class gets other parameters
-- extensions: pg_trgm
-- from
CREATE EXTENSION pg_trgm;
CREATE TABLE t (a text, b tsvector, c int);
CREATE INDEX t_a ON t USING gist (a gist_trgm_ops (siglen=32));
CREATE INDEX t_b ON t USING gist (b);
CREATE INDEX t_c ON t USING brin (c int4_minmax_multi_ops (values_per_range=16));
-- seed
INSERT INTO t VALUES ('abc', 'a b', 1);
-- to
CREATE EXTENSION pg_trgm;
CREATE TABLE t (a text, b tsvector, c int);
CREATE INDEX t_a ON t USING gist (a gist_trgm_ops (siglen=64));
CREATE INDEX t_b ON t USING gist (b tsvector_ops (siglen=200));
CREATE INDEX t_c ON t USING brin (c int4_minmax_multi_ops (values_per_range=32));
