-- title: a new label is used at once by default, check, view, index and policy
-- from
CREATE TYPE e AS ENUM ('a', 'b');
CREATE TABLE t (x e DEFAULT 'a', y int);
-- seed
INSERT INTO t VALUES ('a', 1);
-- to
CREATE TYPE e AS ENUM ('a', 'b', 'c');
CREATE TABLE t (x e DEFAULT 'c', y int, CONSTRAINT t_check CHECK (x <> 'c' OR y > 0));
CREATE INDEX t_c ON t (y) WHERE x = 'c';
CREATE VIEW v AS SELECT y FROM t WHERE x = 'c';
CREATE POLICY p ON t USING (x <> 'c');
CREATE FUNCTION newest() RETURNS e LANGUAGE sql AS $$ SELECT 'c'::e $$;
-- seed
INSERT INTO t VALUES ('a', 1);
-- shape: require alter type; forbid drop type, drop table column
