-- title: the index that is the replica identity leaves, the identity goes back to default
-- from
CREATE TABLE t (id int PRIMARY KEY, code int NOT NULL CONSTRAINT t_code UNIQUE);
ALTER TABLE t REPLICA IDENTITY USING INDEX t_code;
-- seed
INSERT INTO t VALUES (1, 1);
-- to
CREATE TABLE t (id int PRIMARY KEY, code int);
-- seed
INSERT INTO t VALUES (1, 1);
-- shape: require drop table constraint, alter table, alter table column; forbid drop table
