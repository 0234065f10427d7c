-- title: a materialized view is kept by another access method
-- from
CREATE ACCESS METHOD heap_too TYPE TABLE HANDLER heap_tableam_handler;
CREATE TABLE t (a int);
CREATE MATERIALIZED VIEW m AS SELECT a FROM t;
CREATE INDEX m_a ON m (a);
-- seed
INSERT INTO t VALUES (1);
-- to
CREATE ACCESS METHOD heap_too TYPE TABLE HANDLER heap_tableam_handler;
CREATE TABLE t (a int);
CREATE MATERIALIZED VIEW m USING heap_too AS SELECT a FROM t;
CREATE INDEX m_a ON m (a);
