-- title: an index is dropped and a view and a table take names that indexes had
-- from
CREATE TABLE t (a int, b int);
CREATE INDEX report ON t (a);
CREATE INDEX summary ON t (b);
-- seed
INSERT INTO t VALUES (1, 2);
-- to
CREATE TABLE t (a int, b int);
CREATE VIEW report AS SELECT a FROM t;
CREATE MATERIALIZED VIEW summary AS SELECT b FROM t;
-- seed
INSERT INTO t VALUES (1, 2);
-- shape: require drop index, create view, create materialized view; forbid drop table
-- shape back: require create index, drop view, drop materialized view; forbid drop table
