-- title: SELECT * after a column was added to its table
-- from
CREATE TABLE t (a int);
CREATE VIEW v AS SELECT * FROM t;
CREATE VIEW w AS SELECT t.*, 1 AS one FROM t;
-- seed
INSERT INTO t VALUES (1);
-- to
CREATE TABLE t (a int, b int);
CREATE VIEW v AS SELECT * FROM t;
CREATE VIEW w AS SELECT t.*, 1 AS one FROM t;
-- seed
INSERT INTO t VALUES (1, 2);
-- refused: deletes_data
