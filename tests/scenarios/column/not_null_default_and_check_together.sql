-- title: a column with rows gets a default, NOT NULL and a check in one change
-- from
CREATE TABLE t (id int PRIMARY KEY, n int);
-- seed
INSERT INTO t VALUES (1, 5);
-- to
CREATE TABLE t (id int PRIMARY KEY, n int NOT NULL DEFAULT 1 CONSTRAINT positive CHECK (n > 0));
-- seed
INSERT INTO t VALUES (1, 5);
-- shape: require alter table column, create table constraint; forbid drop table, drop table column
-- later: INSERT INTO t (id) VALUES (2);
