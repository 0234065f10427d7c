-- title: a default that knows its sequence by text alone
-- from
CREATE SEQUENCE s;
CREATE TABLE t (a bigint DEFAULT nextval('s'::regclass));
-- seed
INSERT INTO t DEFAULT VALUES;
-- to
CREATE SEQUENCE s;
CREATE TABLE t (a bigint DEFAULT nextval('public.s'::text));
-- shape: forbid drop sequence
-- shape back: forbid drop sequence
