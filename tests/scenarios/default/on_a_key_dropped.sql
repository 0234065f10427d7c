-- title: a default goes from a primary key whose serial stays as a free sequence
-- from
CREATE TABLE t (id serial PRIMARY KEY, x text);
-- seed
INSERT INTO t (x) VALUES ('a');
-- to
CREATE TABLE t (id int PRIMARY KEY, x text);
CREATE SEQUENCE t_id_seq AS integer;
-- seed
INSERT INTO t (id) VALUES (1);
-- shape: require alter sequence, drop default value; forbid drop table, drop table column, drop sequence
