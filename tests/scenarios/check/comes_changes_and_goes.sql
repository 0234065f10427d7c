-- title: a check comes, one changes its expression, one goes
-- from
CREATE TABLE t (a int, b int CONSTRAINT b_check CHECK (b > 0), c int CONSTRAINT c_check CHECK (c > 0));
-- seed
INSERT INTO t VALUES (1, 10, 1);
-- to
CREATE TABLE t (a int CONSTRAINT a_check CHECK (a > 0), b int CONSTRAINT b_check CHECK (b >= 10), c int);
-- seed
INSERT INTO t VALUES (1, 10, 1);
-- shape: require create table constraint, drop table constraint; forbid drop table, drop table column
-- later: INSERT INTO t VALUES (2, 20, -1);
