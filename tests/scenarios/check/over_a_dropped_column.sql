-- title: a check over two columns survives by its name when one of them goes
-- from
CREATE TABLE t (a int, b int, CONSTRAINT ab CHECK (a < b));
-- seed
INSERT INTO t VALUES (1, 2);
-- to
CREATE TABLE t (a int, CONSTRAINT ab CHECK (a < 100));
-- seed
INSERT INTO t VALUES (1);
-- shape: require drop table column; forbid drop table
-- refused: deletes_data
