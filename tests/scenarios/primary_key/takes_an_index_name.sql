-- title: a unique index gives its name to a primary key
-- from
CREATE TABLE t (id int NOT NULL, x int);
CREATE UNIQUE INDEX t_key ON t (id);
-- seed
INSERT INTO t VALUES (1, 1);
-- to
CREATE TABLE t (id int CONSTRAINT t_key PRIMARY KEY, x int);
-- seed
INSERT INTO t VALUES (1, 1);
-- shape: require create table constraint; forbid drop table, drop table column
-- shape back: require drop table constraint, create index; forbid drop table, drop table column
