-- title: a check that children do not inherit
-- from
CREATE TABLE t (a int CONSTRAINT a_check CHECK (a > 0), b int CONSTRAINT b_check CHECK (b > 0) NO INHERIT);
-- seed
INSERT INTO t VALUES (1, 1);
-- to
CREATE TABLE t (a int CONSTRAINT a_check CHECK (a > 0) NO INHERIT, b int CONSTRAINT b_check CHECK (b > 0));
-- seed
INSERT INTO t VALUES (1, 1);
-- shape: require drop table constraint, create table constraint; forbid drop table, drop table column
