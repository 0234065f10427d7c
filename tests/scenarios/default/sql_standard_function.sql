-- title: a default calls a BEGIN ATOMIC function that calls another
-- from
CREATE TABLE t (id int PRIMARY KEY, n int);
-- seed
INSERT INTO t VALUES (1, 1);
-- to
CREATE FUNCTION one() RETURNS int LANGUAGE sql RETURN 1;
CREATE FUNCTION two() RETURNS int LANGUAGE sql RETURN one() + one();
CREATE TABLE t (id int PRIMARY KEY, n int DEFAULT two());
-- seed
INSERT INTO t VALUES (1, 1);
-- shape: require create function, create default value; forbid drop table, drop table column
-- later: INSERT INTO t VALUES (2);
