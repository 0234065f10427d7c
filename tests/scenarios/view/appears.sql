-- title: views with columns of all sorts
-- from
CREATE TABLE t (id int PRIMARY KEY, a text, b numeric(10,2));
-- to
CREATE TABLE t (id int PRIMARY KEY, a text, b numeric(10,2));
CREATE VIEW v AS SELECT id, a, b * 2 AS twice, NULL::text AS nothing, 'x' AS x FROM t WHERE b > 0;
CREATE VIEW constants AS VALUES (1, 'one'), (2, 'two');
CREATE VIEW wide AS
  WITH q AS (SELECT a, sum(b) AS s FROM t GROUP BY a)
  SELECT t.id, q.s, rank() OVER (PARTITION BY t.a ORDER BY t.b DESC NULLS LAST) AS r, l.n
  FROM t LEFT JOIN q USING (a) CROSS JOIN LATERAL (SELECT count(*) AS n FROM t AS u WHERE u.a = t.a) AS l
  UNION ALL SELECT 0, 0, 0, 0;
-- shape: require create view; forbid drop table
-- later: CREATE VIEW later_v AS SELECT * FROM wide;
