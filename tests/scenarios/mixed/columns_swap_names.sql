-- title: two columns exchange their types and all that hangs on them
-- from
CREATE TABLE t (id int, a text NOT NULL, b int, CONSTRAINT t_b CHECK (b > 0));
CREATE INDEX t_a ON t (a text_pattern_ops);
CREATE VIEW v AS SELECT a, b FROM t;
-- seed
INSERT INTO t VALUES (1, '5', 6);
-- to
CREATE TABLE t (id int, a int, b text NOT NULL, CONSTRAINT t_b CHECK (a > 0));
CREATE INDEX t_a ON t (b text_pattern_ops);
CREATE VIEW v AS SELECT a, b FROM t;
-- seed
INSERT INTO t VALUES (1, 6, '5');
-- shape: forbid drop table
