-- title: a primary key goes, its columns stay NOT NULL
-- from
CREATE TABLE t (a int, b int, PRIMARY KEY (a, b));
-- seed
INSERT INTO t VALUES (1, 1);
-- to
CREATE TABLE t (a int NOT NULL, b int);
-- seed
INSERT INTO t VALUES (1, 1);
-- shape: require drop table constraint; forbid drop table, drop table column
