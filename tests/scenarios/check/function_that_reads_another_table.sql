-- title: a check's function reads another table, which comes with it and has no rows yet
-- from
CREATE TABLE t (id int PRIMARY KEY, code text);
-- seed
INSERT INTO t VALUES (1, NULL);
-- to
CREATE TABLE allowed (code text PRIMARY KEY);
CREATE FUNCTION is_allowed(c text) RETURNS boolean LANGUAGE plpgsql STABLE AS $$ BEGIN RETURN c IS NULL OR EXISTS (SELECT FROM public.allowed a WHERE a.code = c); END $$;
CREATE TABLE t (id int PRIMARY KEY, code text CONSTRAINT allowed_code CHECK (is_allowed(code)));
-- seed
INSERT INTO allowed VALUES ('x');
INSERT INTO t VALUES (1, 'x');
-- shape: require create table, create function, create table constraint
-- shape back: require drop table, drop function, drop table constraint
-- refused back: deletes_data
