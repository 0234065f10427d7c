-- title: hstore, ltree and trigram indexes, the extensions in a schema of their own
-- extensions: hstore, ltree, pg_trgm, btree_gist
-- from
CREATE SCHEMA ext;
CREATE EXTENSION hstore SCHEMA ext;
CREATE TABLE t (id int, h ext.hstore DEFAULT 'a=>1', p text);
CREATE INDEX t_h ON t USING gin (h);
-- seed
INSERT INTO t VALUES (1, 'k=>v', 'a.b');
-- to
CREATE SCHEMA ext;
CREATE EXTENSION hstore SCHEMA ext;
CREATE EXTENSION ltree SCHEMA ext;
CREATE EXTENSION pg_trgm SCHEMA ext;
CREATE EXTENSION btree_gist SCHEMA ext;
CREATE TABLE t (id int, h ext.hstore DEFAULT 'a=>1', p ext.ltree, span daterange,
  CONSTRAINT t_span EXCLUDE USING gist (id WITH =, span WITH &&));
CREATE INDEX t_h ON t USING gist (h ext.gist_hstore_ops (siglen=32));
CREATE INDEX t_p ON t USING gist (p ext.gist_ltree_ops (siglen=100));
CREATE INDEX t_trgm ON t USING gin ((h OPERATOR(ext.->) 'name') ext.gin_trgm_ops);
CREATE VIEW v AS SELECT id FROM t WHERE p OPERATOR(ext.<@) 'a'::ext.ltree AND h OPERATOR(ext.?) 'k';
-- seed
INSERT INTO t VALUES (1, 'k=>v', 'a.b', '[2024-01-01,2024-02-01)');
-- shape: forbid drop table
-- refused: deletes_data
