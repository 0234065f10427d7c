-- title: an extension changes its schema under a column, an index and a view
-- extensions: citext, pg_trgm
-- from
CREATE EXTENSION citext;
CREATE EXTENSION pg_trgm;
CREATE TABLE t (id int PRIMARY KEY, c citext, d text);
CREATE INDEX t_d ON t USING gin (d gin_trgm_ops);
CREATE VIEW v AS SELECT id, similarity(d, 'x') AS s FROM t WHERE c = 'A';
-- seed
INSERT INTO t VALUES (1, 'a', 'xyz');
-- to
CREATE SCHEMA ext;
CREATE EXTENSION citext SCHEMA ext;
CREATE EXTENSION pg_trgm SCHEMA ext;
CREATE TABLE t (id int PRIMARY KEY, c ext.citext, d text);
CREATE INDEX t_d ON t USING gin (d ext.gin_trgm_ops);
CREATE VIEW v AS SELECT id, ext.similarity(d, 'x') AS s FROM t WHERE c OPERATOR(ext.=) 'A'::ext.citext;
-- seed
INSERT INTO t VALUES (1, 'a', 'xyz');
-- shape: require alter extension; forbid drop extension, drop table, drop table column
-- shape back: require alter extension; forbid drop extension, drop table, drop table column
