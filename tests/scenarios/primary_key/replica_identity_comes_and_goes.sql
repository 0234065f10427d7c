-- title: the index of a key becomes the replica identity
-- from
CREATE TABLE t (id int PRIMARY KEY, a int);
-- seed
INSERT INTO t VALUES (1, 1);
-- to
CREATE TABLE t (id int PRIMARY KEY, a int);
ALTER TABLE t REPLICA IDENTITY USING INDEX t_pkey;
-- seed
INSERT INTO t VALUES (1, 1);
-- shape: require alter table constraint; forbid drop table constraint, drop table
