-- title: defaults that print alike are no difference
-- from
CREATE TABLE t (a int DEFAULT 1, b text DEFAULT 'x', c text, d numeric DEFAULT 1.50, e boolean DEFAULT true, f date DEFAULT '2020-01-01', g int DEFAULT -1, h interval DEFAULT '1 day', i timestamptz DEFAULT CURRENT_TIMESTAMP);
-- to
CREATE TABLE t (a int DEFAULT (1), b text DEFAULT 'x'::text, c text DEFAULT NULL, d numeric DEFAULT (1.50), e boolean DEFAULT 't', f date DEFAULT date '2020-01-01', g int DEFAULT '-1', h interval DEFAULT interval '1 days', i timestamptz DEFAULT current_timestamp);
-- shape: forbid create default value, alter default value, drop default value, drop table column
