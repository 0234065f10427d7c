-- title: two sequences exchange their columns
-- from
CREATE SEQUENCE s1;
CREATE SEQUENCE s2;
CREATE TABLE t (a bigint DEFAULT nextval('s1'), b bigint DEFAULT nextval('s2'));
-- seed
INSERT INTO t DEFAULT VALUES;
-- to
CREATE SEQUENCE s1;
CREATE SEQUENCE s2;
CREATE TABLE t (a bigint DEFAULT nextval('s2'), b bigint DEFAULT nextval('s1'));
-- shape: require alter default value; forbid drop sequence, drop table column
