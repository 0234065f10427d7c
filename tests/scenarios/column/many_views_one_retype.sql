-- title: one retype under a diamond of views with security options and a rebuilt trigger on a view
-- from
CREATE TABLE t (id int PRIMARY KEY, a int);
CREATE VIEW base WITH (security_barrier = true) AS SELECT id, a FROM t;
CREATE VIEW left_v AS SELECT id, a AS l FROM base;
CREATE VIEW right_v AS SELECT id, a AS r FROM base;
CREATE VIEW diamond AS SELECT id, l + r AS lr FROM left_v JOIN right_v USING (id);
CREATE FUNCTION put() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN NEW; END $$;
CREATE TRIGGER put INSTEAD OF INSERT ON diamond FOR EACH ROW EXECUTE FUNCTION put();
CREATE FUNCTION d() RETURNS SETOF diamond LANGUAGE sql AS $$ SELECT * FROM public.diamond $$;
-- seed
INSERT INTO t VALUES (1, 2);
-- to
CREATE TABLE t (id int PRIMARY KEY, a numeric);
CREATE VIEW base WITH (security_barrier = true) AS SELECT id, a FROM t;
CREATE VIEW left_v AS SELECT id, a AS l FROM base;
CREATE VIEW right_v AS SELECT id, a AS r FROM base;
CREATE VIEW diamond AS SELECT id, l + r AS lr FROM left_v JOIN right_v USING (id);
CREATE FUNCTION put() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN NEW; END $$;
CREATE TRIGGER put INSTEAD OF INSERT ON diamond FOR EACH ROW EXECUTE FUNCTION put();
CREATE FUNCTION d() RETURNS SETOF diamond LANGUAGE sql AS $$ SELECT * FROM public.diamond $$;
-- seed
INSERT INTO t VALUES (1, 2);
-- shape: require alter table column, create view, create trigger, create function; forbid drop table, drop table column
