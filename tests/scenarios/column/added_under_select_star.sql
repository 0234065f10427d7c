-- title: a column joins a table under views of SELECT *
-- from
CREATE TABLE t (a int, b int);
CREATE VIEW v AS SELECT * FROM t;
CREATE VIEW w AS SELECT * FROM v;
-- seed
INSERT INTO t VALUES (1, 2);
-- to
CREATE TABLE t (a int, b int, c text);
CREATE VIEW v AS SELECT * FROM t;
CREATE VIEW w AS SELECT * FROM v;
-- seed
INSERT INTO t VALUES (1, 2, 'c');
-- shape: require create table column; forbid drop table
-- refused back: deletes_data
