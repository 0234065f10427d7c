-- title: a column joins in the middle; the views of SELECT * have another order of columns
-- from
CREATE TABLE t (a int, z int);
CREATE VIEW v AS SELECT * FROM t;
CREATE VIEW w AS SELECT * FROM v WHERE z > 0;
-- seed
INSERT INTO t VALUES (1, 2);
-- to
CREATE TABLE t (a int, m text, z int);
CREATE VIEW v AS SELECT * FROM t;
CREATE VIEW w AS SELECT * FROM v WHERE z > 0;
-- seed
INSERT INTO t VALUES (1, 'm', 2);
-- shape: require create table column; forbid drop table
-- refused back: deletes_data
