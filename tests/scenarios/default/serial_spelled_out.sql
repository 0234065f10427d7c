-- title: a serial, and the same sequence, default and ownership written out
-- from
CREATE TABLE t (id serial PRIMARY KEY);
-- seed
INSERT INTO t DEFAULT VALUES;
-- to
CREATE SEQUENCE t_id_seq AS integer START WITH 1 INCREMENT BY 1 NO MINVALUE NO MAXVALUE CACHE 1;
CREATE TABLE t (id integer NOT NULL DEFAULT nextval('public.t_id_seq'::regclass), CONSTRAINT t_pkey PRIMARY KEY (id));
ALTER SEQUENCE t_id_seq OWNED BY t.id;
-- seed
INSERT INTO t DEFAULT VALUES;
-- shape: forbid alter table column, alter default value, create sequence, alter sequence, drop sequence, drop default value
