-- title: two columns exchange the sequences of their defaults
-- from
CREATE SEQUENCE s1;
CREATE SEQUENCE s2;
CREATE TABLE t (a int DEFAULT nextval('s1'), b int DEFAULT nextval('s2'));
ALTER SEQUENCE s1 OWNED BY t.a;
ALTER SEQUENCE s2 OWNED BY t.b;
-- seed
INSERT INTO t DEFAULT VALUES;
-- to
CREATE SEQUENCE s1;
CREATE SEQUENCE s2;
CREATE TABLE t (a int DEFAULT nextval('s2'), b int DEFAULT nextval('s1'));
ALTER SEQUENCE s2 OWNED BY t.a;
ALTER SEQUENCE s1 OWNED BY t.b;
-- seed
INSERT INTO t DEFAULT VALUES;
-- shape: require alter default value; forbid drop table, drop table column, drop sequence
