-- title: a check calls a function that comes with it and reads another by text
-- from
CREATE TABLE t (id int PRIMARY KEY, code text);
-- seed
INSERT INTO t VALUES (1, 'ab');
-- to
CREATE FUNCTION z_len(t text) RETURNS int LANGUAGE plpgsql IMMUTABLE AS $$ BEGIN RETURN length(t); END $$;
CREATE FUNCTION a_valid(t text) RETURNS boolean LANGUAGE plpgsql IMMUTABLE AS $$ BEGIN RETURN public.z_len(t) = 2; END $$;
CREATE TABLE t (id int PRIMARY KEY, code text CONSTRAINT valid CHECK (a_valid(code)));
-- seed
INSERT INTO t VALUES (1, 'ab');
-- shape: require create function, create table constraint; forbid drop table, drop table column
-- shape back: require drop function, drop table constraint; forbid drop table, drop table column
