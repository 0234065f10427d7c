-- title: NOT NULL is set on one column and dropped on another
-- from
CREATE TABLE t (id int PRIMARY KEY, a int, b int NOT NULL);
-- seed
INSERT INTO t VALUES (1, 1, 1);
-- to
CREATE TABLE t (id int PRIMARY KEY, a int NOT NULL, b int);
-- seed
INSERT INTO t VALUES (1, 1, 1);
-- shape: require alter table column; forbid drop table column, drop table
-- later: INSERT INTO t VALUES (2, 2, NULL);
-- later back: INSERT INTO t VALUES (2, NULL, 2);
