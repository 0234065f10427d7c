-- title: a check as a person writes it, beside the same one as a dump prints it
-- from
CREATE TABLE t (s varchar(20) CONSTRAINT known CHECK (s IN ('open', 'closed')));
-- seed
INSERT INTO t VALUES ('open');
-- to
CREATE TABLE t (s varchar(20), CONSTRAINT known CHECK (((s)::text = ANY ((ARRAY['open'::character varying, 'closed'::character varying])::text[]))));
-- seed
INSERT INTO t VALUES ('open');
-- shape: forbid drop table constraint, create table constraint, alter table constraint
