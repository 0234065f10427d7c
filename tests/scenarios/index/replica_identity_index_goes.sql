-- title: the index of the replica identity is dropped
-- from
CREATE TABLE t (a int NOT NULL);
CREATE UNIQUE INDEX t_key ON t (a);
ALTER TABLE t REPLICA IDENTITY USING INDEX t_key;
-- to
CREATE TABLE t (a int NOT NULL);
