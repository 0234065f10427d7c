-- title: a default is set, another changed, a third dropped
-- from
CREATE TABLE t (id int PRIMARY KEY, a int, b int DEFAULT 1, c int DEFAULT 1);
-- seed
INSERT INTO t VALUES (1, 1, 1, 1);
-- to
CREATE TABLE t (id int PRIMARY KEY, a int DEFAULT 5, b int DEFAULT 2, c int);
-- seed
INSERT INTO t VALUES (1, 1, 1, 1);
-- shape: require create default value, drop default value; forbid drop table, drop table column, create table column
-- later: INSERT INTO t VALUES (2);
