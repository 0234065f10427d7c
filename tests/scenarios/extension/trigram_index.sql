-- title: an operator class of an extension under an index
-- extensions: pg_trgm
-- from
CREATE TABLE t (name text);
CREATE INDEX t_name ON t (name);
-- seed
INSERT INTO t VALUES ('alpha'), ('beta');
-- to
CREATE EXTENSION pg_trgm;
CREATE TABLE t (name text);
CREATE INDEX t_name ON t USING gist (name gist_trgm_ops);
-- seed
INSERT INTO t VALUES ('alpha'), ('beta');
-- shape: require create extension; forbid drop table
