-- title: a default draws from a sequence in another schema, which is quoted and then moves
-- from
CREATE SCHEMA "Seq";
CREATE SEQUENCE "Seq"."My.Numbers" INCREMENT BY 2;
CREATE TABLE t (id bigint PRIMARY KEY DEFAULT nextval('"Seq"."My.Numbers"'), x text);
-- seed
INSERT INTO t (x) VALUES ('a');
-- to
CREATE SCHEMA "Seq";
CREATE SEQUENCE numbers INCREMENT BY 2 START 100;
CREATE TABLE t (id bigint PRIMARY KEY DEFAULT nextval('numbers'), x text);
-- seed
INSERT INTO t (x) VALUES ('a');
-- shape: require create sequence, drop sequence, alter default value; forbid drop table, drop table column
