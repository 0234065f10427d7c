-- title: the expression of a generated column changes under an index, a check and a view
-- from
CREATE TABLE t (a int, b int, g int GENERATED ALWAYS AS (a + b) STORED, CONSTRAINT g_positive CHECK (g > 0));
CREATE INDEX t_g ON t (g);
CREATE VIEW v AS SELECT g FROM t;
COMMENT ON COLUMN t.g IS 'the sum';
-- seed
INSERT INTO t VALUES (1, 2);
-- to
CREATE TABLE t (a int, b int, g int GENERATED ALWAYS AS (a * b) STORED, CONSTRAINT g_positive CHECK (g > 0));
CREATE INDEX t_g ON t (g);
CREATE VIEW v AS SELECT g FROM t;
COMMENT ON COLUMN t.g IS 'the sum';
-- seed
INSERT INTO t VALUES (1, 2);
-- shape: forbid drop table
