-- title: a materialized view becomes a table with the indexes of before
-- from
CREATE TABLE t (a int);
CREATE MATERIALIZED VIEW m AS SELECT a FROM t;
CREATE UNIQUE INDEX m_a ON m (a);
COMMENT ON COLUMN m.a IS 'kept';
-- to
CREATE TABLE t (a int);
CREATE TABLE m (a int);
CREATE UNIQUE INDEX m_a ON m (a);
COMMENT ON COLUMN m.a IS 'kept';
-- seed
INSERT INTO m VALUES (1);
-- refused: deletes_data
