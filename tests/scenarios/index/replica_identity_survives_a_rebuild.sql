-- title: a rebuilt index still is the replica identity
-- from
CREATE TABLE t (a int NOT NULL, b int NOT NULL);
CREATE UNIQUE INDEX t_key ON t (a);
ALTER TABLE t REPLICA IDENTITY USING INDEX t_key;
-- seed
INSERT INTO t VALUES (1, 1);
-- to
CREATE TABLE t (a int NOT NULL, b int NOT NULL);
CREATE UNIQUE INDEX t_key ON t (a, b);
ALTER TABLE t REPLICA IDENTITY USING INDEX t_key;
