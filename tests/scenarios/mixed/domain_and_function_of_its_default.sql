-- title: a domain's default calls a function that returns the domain
-- from
CREATE DOMAIN d AS int;
CREATE TABLE t (a d);
-- seed
INSERT INTO t VALUES (1);
-- to
CREATE DOMAIN d AS int;
CREATE FUNCTION next_d() RETURNS d LANGUAGE plpgsql AS $$ BEGIN RETURN 7; END $$;
ALTER DOMAIN d SET DEFAULT next_d();
CREATE TABLE t (a d);
-- shape: forbid drop type, drop table
