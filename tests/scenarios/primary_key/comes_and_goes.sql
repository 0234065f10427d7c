-- title: a primary key comes to one table and leaves another, which becomes nullable
-- from
CREATE TABLE t (id int, x text);
CREATE TABLE u (id int PRIMARY KEY, x text);
-- seed
INSERT INTO t VALUES (1, 'a');
INSERT INTO u VALUES (1, 'a');
-- to
CREATE TABLE t (id int PRIMARY KEY, x text);
CREATE TABLE u (id int, x text);
-- seed
INSERT INTO t VALUES (1, 'a');
INSERT INTO u VALUES (1, 'a');
-- shape: require create table constraint, drop table constraint; forbid drop table, drop table column
-- later: INSERT INTO u VALUES (NULL, 'later');
