-- title: a primary key becomes a unique constraint of the same name
-- from
CREATE TABLE t (id int CONSTRAINT the_key PRIMARY KEY, x int CONSTRAINT other UNIQUE);
-- seed
INSERT INTO t VALUES (1, 1);
-- to
CREATE TABLE t (id int CONSTRAINT the_key UNIQUE, x int CONSTRAINT other PRIMARY KEY);
-- seed
INSERT INTO t VALUES (1, 1);
-- shape: require drop table constraint, create table constraint; forbid drop table, drop table column
