-- title: the result type changes under view, default, check, index, policy and generated column
-- from
CREATE FUNCTION f(int) RETURNS int LANGUAGE sql IMMUTABLE AS $$ SELECT $1 $$;
CREATE TABLE t (
  a int,
  b bigint DEFAULT f(1),
  g bigint GENERATED ALWAYS AS (f(a)) STORED,
  CONSTRAINT t_check CHECK (f(a) > 0)
);
CREATE INDEX t_f ON t (f(a));
CREATE VIEW v AS SELECT f(a) AS x FROM t;
CREATE POLICY p ON t USING (f(a) > 1);
-- seed
INSERT INTO t (a) VALUES (1);
-- to
CREATE FUNCTION f(int) RETURNS bigint LANGUAGE sql IMMUTABLE AS $$ SELECT $1::bigint $$;
CREATE TABLE t (
  a int,
  b bigint DEFAULT f(1),
  g bigint GENERATED ALWAYS AS (f(a)) STORED,
  CONSTRAINT t_check CHECK (f(a) > 0)
);
CREATE INDEX t_f ON t (f(a));
CREATE VIEW v AS SELECT f(a) AS x FROM t;
CREATE POLICY p ON t USING (f(a) > 1);
-- seed
INSERT INTO t (a) VALUES (1);
-- shape: forbid drop table
