-- title: storage parameters and column storage of a materialized view
-- from
CREATE TABLE t (a text, b text);
CREATE MATERIALIZED VIEW m WITH (fillfactor=70, autovacuum_enabled=false) AS SELECT a, b FROM t;
ALTER MATERIALIZED VIEW m ALTER COLUMN a SET STORAGE EXTERNAL;
-- to
CREATE TABLE t (a text, b text);
CREATE MATERIALIZED VIEW m WITH (autovacuum_enabled=false, toast.autovacuum_enabled=false) AS SELECT a, b FROM t;
ALTER MATERIALIZED VIEW m ALTER COLUMN b SET STATISTICS 50;
ALTER MATERIALIZED VIEW m ALTER COLUMN b SET COMPRESSION pglz;
-- shape: forbid drop materialized view
-- shape back: forbid drop materialized view
