-- title: automatic names that collide and are counted up
-- from
CREATE TABLE t (a int UNIQUE, b int);
CREATE TABLE t_a (key int);
-- seed
INSERT INTO t VALUES (1, 1);
-- to
CREATE TABLE t (a int UNIQUE, b int, UNIQUE (a, b), UNIQUE (b, a), UNIQUE (a) DEFERRABLE);
CREATE TABLE t_a (key int UNIQUE);
CREATE INDEX t_b_key ON t (b);
-- seed
INSERT INTO t VALUES (1, 1);
-- shape: require create table constraint; forbid drop table, drop table column
