-- title: the clustering mark moves between a key and an index
-- from
CREATE TABLE t (id int PRIMARY KEY, x int);
CREATE INDEX t_x ON t (x);
ALTER TABLE t CLUSTER ON t_pkey;
-- seed
INSERT INTO t VALUES (1, 1);
-- to
CREATE TABLE t (id int PRIMARY KEY, x int);
CREATE INDEX t_x ON t (x);
ALTER TABLE t CLUSTER ON t_x;
-- seed
INSERT INTO t VALUES (1, 1);
-- shape: forbid drop table, drop table constraint, drop index
