-- title: a view reads a function that returns the view's rows
-- gap: two objects that read each other cannot be dropped
-- from
CREATE TABLE t (a int);
-- to
CREATE TABLE t (a int);
CREATE VIEW v AS SELECT NULL::int AS a;
CREATE FUNCTION f() RETURNS SETOF v LANGUAGE plpgsql STABLE AS $$ BEGIN RETURN QUERY SELECT a FROM public.t; END $$;
CREATE OR REPLACE VIEW v AS SELECT a FROM f();
