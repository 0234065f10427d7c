-- title: an extension moves to another schema under columns, indexes and views
-- extensions: citext, pg_trgm
-- from
CREATE SCHEMA ext;
CREATE EXTENSION citext;
CREATE EXTENSION pg_trgm;
CREATE TABLE t (a citext PRIMARY KEY, b text);
CREATE INDEX t_b ON t USING gin (b gin_trgm_ops);
CREATE VIEW v AS SELECT a FROM t WHERE a = 'x';
-- seed
INSERT INTO t VALUES ('X', 'abc');
-- to
CREATE SCHEMA ext;
CREATE EXTENSION citext SCHEMA ext;
CREATE EXTENSION pg_trgm SCHEMA ext;
CREATE TABLE t (a ext.citext PRIMARY KEY, b text);
CREATE INDEX t_b ON t USING gin (b ext.gin_trgm_ops);
CREATE VIEW v AS SELECT a FROM t WHERE a OPERATOR(ext.=) 'x'::ext.citext;
-- seed
INSERT INTO t VALUES ('X', 'abc');
-- shape: require alter extension; forbid drop extension, drop table, drop table column
-- shape back: require alter extension; forbid drop extension, drop table, drop table column
