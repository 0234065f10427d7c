-- title: an identity with options becomes a serial with the same options
-- from
CREATE TABLE t (id int GENERATED ALWAYS AS IDENTITY (START WITH 1000 INCREMENT BY 10 CACHE 5) PRIMARY KEY, x text);
-- seed
INSERT INTO t (x) VALUES ('a'), ('b');
-- to
CREATE SEQUENCE t_id_seq AS int START WITH 1000 INCREMENT BY 10 CACHE 5;
CREATE TABLE t (id int PRIMARY KEY DEFAULT nextval('t_id_seq'), x text);
ALTER SEQUENCE t_id_seq OWNED BY t.id;
-- seed
INSERT INTO t (x) VALUES ('a'), ('b');
-- shape: require alter table column; forbid drop table, drop table column
-- later: INSERT INTO t (x) VALUES ('later');
-- later back: INSERT INTO t (x) VALUES ('later');
