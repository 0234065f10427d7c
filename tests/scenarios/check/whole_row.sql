-- title: a check over the whole row and over system expressions
-- from
CREATE TABLE t (a int, b int);
-- seed
INSERT INTO t VALUES (1, 2);
-- to
CREATE TABLE t (a int, b int, CONSTRAINT not_all_null CHECK (NOT (t IS NULL)), CONSTRAINT one_given CHECK (num_nonnulls(a, b) >= 1), CONSTRAINT pair CHECK ((a, b) <> (0, 0)));
-- seed
INSERT INTO t VALUES (1, 2);
-- shape: require create table constraint; forbid drop table, drop table column
