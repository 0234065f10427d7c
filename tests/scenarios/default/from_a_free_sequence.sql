-- title: a sequence of its own under a default, and its name as text
-- from
CREATE SEQUENCE numbers START 100;
CREATE TABLE t (id int PRIMARY KEY, a bigint DEFAULT nextval('numbers'));
-- seed
INSERT INTO t VALUES (1);
-- to
CREATE SEQUENCE numbers START 100;
CREATE SEQUENCE "Other.Numbers";
CREATE TABLE t (id int PRIMARY KEY, a bigint DEFAULT nextval('"Other.Numbers"'), b bigint DEFAULT nextval('public.numbers'::text));
-- seed
INSERT INTO t VALUES (1);
-- shape: require create sequence, alter default value; forbid drop table, drop sequence
-- refused back: deletes_data
-- later: INSERT INTO t VALUES (2);
