-- title: a default of a new column runs, at once, a function that calls a helper by text
-- from
CREATE TABLE t (id int PRIMARY KEY);
-- seed
INSERT INTO t VALUES (1);
-- to
CREATE FUNCTION z_helper() RETURNS int LANGUAGE plpgsql VOLATILE AS $$ BEGIN RETURN 41; END $$;
CREATE FUNCTION a_caller() RETURNS int LANGUAGE plpgsql VOLATILE AS $$ BEGIN RETURN public.z_helper() + 1; END $$;
CREATE TABLE t (id int PRIMARY KEY, n int NOT NULL DEFAULT a_caller());
-- seed
INSERT INTO t VALUES (1);
-- shape: require create function, create table column; forbid drop table
-- refused back: deletes_data
