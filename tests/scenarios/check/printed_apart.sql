-- title: expressions that the printer writes in its own way
-- from
CREATE TABLE t (a int, b text, c timestamptz, d jsonb);
-- seed
INSERT INTO t VALUES (1, 'x', '2020-01-01', '{"k": 1}');
-- to
CREATE TABLE t (a int, b text, c timestamptz, d jsonb,
    CONSTRAINT c1 CHECK (a BETWEEN 1 AND 10),
    CONSTRAINT c2 CHECK (b IS NOT NULL AND b SIMILAR TO '(x|y)%'),
    CONSTRAINT c3 CHECK (c >= '2000-01-01' AND extract(year FROM c) > 1999),
    CONSTRAINT c4 CHECK (d ? 'k' AND d ->> 'k' <> '' AND jsonb_typeof(d) = 'object'),
    CONSTRAINT c5 CHECK (b COLLATE "C" < 'z' AND a IN (1, 2, 3)),
    CONSTRAINT c6 CHECK (CASE WHEN a = 1 THEN b = 'x' ELSE coalesce(b, '') <> '' END),
    CONSTRAINT c7 CHECK (a IS DISTINCT FROM 5 AND (a = 1) IS TRUE AND a::numeric(5, 2) > -1),
    CONSTRAINT c8 CHECK (trim(both FROM b) = b AND substring(b FROM 1 FOR 2) <> '' AND position('q' IN b) = 0),
    CONSTRAINT c9 CHECK (a > ALL (ARRAY[-1, 0]) AND b LIKE ANY (ARRAY['x%', 'y%'])));
-- seed
INSERT INTO t VALUES (1, 'x', '2020-01-01', '{"k": 1}');
-- shape: require create table constraint; forbid drop table, drop table column
