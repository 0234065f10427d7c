-- title: every option of an identity's sequence
-- from
CREATE TABLE t (a int GENERATED ALWAYS AS IDENTITY, b text);
CREATE TABLE u (a bigint GENERATED ALWAYS AS IDENTITY (START WITH 10 INCREMENT BY 5 MINVALUE 5 MAXVALUE 1000 CACHE 20 CYCLE), b text);
-- seed
INSERT INTO t (b) VALUES ('x');
INSERT INTO u (b) VALUES ('x');
-- to
CREATE TABLE t (a int GENERATED ALWAYS AS IDENTITY (START WITH 100 INCREMENT BY 10 MINVALUE 1 MAXVALUE 5000 CACHE 7 CYCLE), b text);
CREATE TABLE u (a bigint GENERATED ALWAYS AS IDENTITY, b text);
-- seed
INSERT INTO t (b) VALUES ('x');
INSERT INTO u (b) VALUES ('x');
-- shape: require alter table column; forbid drop table, drop table column
