-- title: the key that is the replica identity and the clustering index is replaced
-- from
CREATE TABLE t (id int CONSTRAINT t_id PRIMARY KEY, x int NOT NULL);
ALTER TABLE t REPLICA IDENTITY USING INDEX t_id;
ALTER TABLE t CLUSTER ON t_id;
COMMENT ON CONSTRAINT t_id ON t IS 'the key';
COMMENT ON INDEX t_id IS 'its index';
-- seed
INSERT INTO t VALUES (1, 1);
-- to
CREATE TABLE t (id int, x int NOT NULL, CONSTRAINT t_id PRIMARY KEY (id, x));
ALTER TABLE t REPLICA IDENTITY USING INDEX t_id;
ALTER TABLE t CLUSTER ON t_id;
COMMENT ON CONSTRAINT t_id ON t IS 'the key';
COMMENT ON INDEX t_id IS 'its index';
-- seed
INSERT INTO t VALUES (1, 1);
-- shape: require drop table constraint, create table constraint; forbid drop table, drop table column
