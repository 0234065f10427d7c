-- title: checks without names, counted up by the server
-- from
CREATE TABLE t (a int CHECK (a > 0) CHECK (a < 100), b int, CHECK (a <> b));
-- seed
INSERT INTO t VALUES (1, 2);
-- to
CREATE TABLE t (a int CHECK (a > 0) CHECK (a < 100) CHECK (a <> 50), b int CHECK (b > 0), CHECK (a <> b), CHECK (a + b < 1000));
-- seed
INSERT INTO t VALUES (1, 2);
-- shape: require create table constraint; forbid drop table, drop table column
