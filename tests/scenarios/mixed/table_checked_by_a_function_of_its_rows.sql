-- title: a table's check and default call functions that take and read its rows
-- from
CREATE TABLE t (id int, a int);
-- seed
INSERT INTO t VALUES (1, 5);
-- to
CREATE TABLE t (id int, a int);
CREATE FUNCTION valid(r t) RETURNS boolean LANGUAGE sql IMMUTABLE AS $$ SELECT r.a > 0 $$;
CREATE FUNCTION next_id() RETURNS int LANGUAGE plpgsql AS $$ BEGIN RETURN (SELECT coalesce(max(id), 0) + 1 FROM public.t); END $$;
ALTER TABLE t ADD CONSTRAINT t_valid CHECK (valid(t.*));
ALTER TABLE t ALTER COLUMN id SET DEFAULT next_id();
CREATE INDEX t_valid_i ON t (valid(t.*));
-- seed
INSERT INTO t VALUES (1, 5);
-- shape: forbid drop table
