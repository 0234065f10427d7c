-- title: serial and its long form are one; the type is not
-- from
CREATE TABLE t (id serial PRIMARY KEY, n smallserial, b bigserial);
-- seed
INSERT INTO t DEFAULT VALUES;
-- to
CREATE SEQUENCE t_id_seq AS integer;
CREATE TABLE t (id integer NOT NULL DEFAULT nextval('t_id_seq') PRIMARY KEY, n smallserial, b bigserial);
ALTER SEQUENCE t_id_seq OWNED BY t.id;
ALTER SEQUENCE t_n_seq AS bigint;
-- seed
INSERT INTO t DEFAULT VALUES;
-- shape: forbid drop sequence, alter table column
-- shape back: forbid drop sequence, alter table column
