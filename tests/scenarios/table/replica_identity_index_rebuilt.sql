-- title: the index that is the replica identity is rebuilt under its name
-- from
CREATE TABLE t (a int NOT NULL, b int NOT NULL);
CREATE UNIQUE INDEX t_identity ON t (a);
ALTER TABLE t REPLICA IDENTITY USING INDEX t_identity;
-- seed
INSERT INTO t VALUES (1, 2);
-- to
CREATE TABLE t (a int NOT NULL, b int NOT NULL);
CREATE UNIQUE INDEX t_identity ON t (a, b);
ALTER TABLE t REPLICA IDENTITY USING INDEX t_identity;
-- seed
INSERT INTO t VALUES (1, 2);
-- shape: require drop index, create index; forbid drop table
