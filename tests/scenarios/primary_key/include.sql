-- title: a primary key carries more columns in its index
-- from
CREATE TABLE t (id int PRIMARY KEY, a int, b int);
-- seed
INSERT INTO t VALUES (1, 2, 3);
-- to
CREATE TABLE t (id int, a int, b int, CONSTRAINT t_pkey PRIMARY KEY (id) INCLUDE (a, b));
-- seed
INSERT INTO t VALUES (1, 2, 3);
-- shape: require drop table constraint, create table constraint; forbid drop table, drop table column
