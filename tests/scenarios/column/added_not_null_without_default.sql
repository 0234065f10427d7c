-- title: a NOT NULL column without a default joins a table without rows
-- from
CREATE TABLE t (id int PRIMARY KEY);
-- to
CREATE TABLE t (id int PRIMARY KEY, name text NOT NULL);
-- seed
INSERT INTO t VALUES (1, 'x');
-- shape: require create table column; forbid drop table
-- refused back: deletes_data
-- later: INSERT INTO t VALUES (3, 'later');
