-- title: a unique column gives way to a unique pair that upserts by column need
-- from
CREATE TABLE t (tenant int NOT NULL, code text CONSTRAINT code_once UNIQUE);
CREATE FUNCTION put(int, text) RETURNS void LANGUAGE sql AS $$ INSERT INTO public.t VALUES ($1, $2) ON CONFLICT DO NOTHING $$;
-- seed
INSERT INTO t VALUES (1, 'x');
-- to
CREATE TABLE t (tenant int NOT NULL, code text, CONSTRAINT code_once UNIQUE (tenant, code));
CREATE FUNCTION put(int, text) RETURNS void LANGUAGE sql AS $$ INSERT INTO public.t VALUES ($1, $2) ON CONFLICT (tenant, code) DO NOTHING $$;
-- seed
INSERT INTO t VALUES (1, 'x');
-- shape: require drop table constraint, create table constraint, alter function; forbid drop table, drop table column
