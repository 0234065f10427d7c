-- title: a primary key moves to other columns and another order
-- from
CREATE TABLE t (a int, b int, c int, PRIMARY KEY (a, b));
CREATE TABLE u (a int PRIMARY KEY, b int NOT NULL);
-- seed
INSERT INTO t VALUES (1, 2, 3);
INSERT INTO u VALUES (1, 2);
-- to
CREATE TABLE t (a int, b int, c int, PRIMARY KEY (b, a, c));
CREATE TABLE u (a int, b int PRIMARY KEY);
-- seed
INSERT INTO t VALUES (1, 2, 3);
INSERT INTO u VALUES (1, 2);
-- shape: require drop table constraint, create table constraint; forbid drop table, drop table column
