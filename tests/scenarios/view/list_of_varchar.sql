-- title: a view whose print settles only after a reload
-- from
CREATE TABLE t (s varchar(10), n int);
CREATE VIEW v AS SELECT n FROM t WHERE s IN ('a', 'b');
-- to
CREATE TABLE t (s varchar(10), n int);
CREATE VIEW v AS SELECT n FROM t WHERE s IN ('a', 'b');
CREATE VIEW w AS SELECT CASE WHEN s = ANY (ARRAY['a', 'b']) THEN 1 ELSE 2 END AS n FROM t;
-- shape: require create view; forbid alter view, drop view
