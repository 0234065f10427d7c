-- title: a unique constraint comes, another goes
-- from
CREATE TABLE t (a int, b int CONSTRAINT b_once UNIQUE);
-- seed
INSERT INTO t VALUES (1, 1), (2, 2);
-- to
CREATE TABLE t (a int CONSTRAINT a_once UNIQUE, b int);
-- seed
INSERT INTO t VALUES (1, 1), (2, 2);
-- shape: require create table constraint, drop table constraint; forbid drop table, drop table column
-- later: INSERT INTO t VALUES (3, 2);
