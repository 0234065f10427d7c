-- title: a column is replaced by one of its name and of a type that nothing casts to
-- from
CREATE TABLE t (id int PRIMARY KEY, a date, b point, c uuid);
CREATE INDEX t_a ON t (a);
COMMENT ON COLUMN t.a IS 'the a';
-- seed
INSERT INTO t VALUES (1, '2020-01-01', '(1,2)', '6b8c1f0e-8f6f-4a0e-9f3a-0a3f1d0f9c11');
-- to
CREATE TABLE t (id int PRIMARY KEY, a int, b boolean, c inet);
CREATE INDEX t_a ON t (a);
COMMENT ON COLUMN t.a IS 'the a';
-- seed
INSERT INTO t VALUES (1, 1, true, '10.0.0.1');
-- shape: forbid drop table
-- refused: deletes_data
-- refused back: deletes_data
-- later: UPDATE t SET a = 7; CREATE VIEW later_v AS SELECT a FROM t;
-- later back: UPDATE t SET a = '2021-01-01'; CREATE VIEW later_v AS SELECT a FROM t;
