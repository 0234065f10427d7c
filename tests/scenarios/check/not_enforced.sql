-- title: a check that is written down and not enforced
-- pg: >=18
-- from
CREATE TABLE t (a int CONSTRAINT a_check CHECK (a > 0), b int CONSTRAINT b_check CHECK (b > 0) NOT ENFORCED);
-- seed
INSERT INTO t VALUES (1, 1);
-- to
CREATE TABLE t (a int CONSTRAINT a_check CHECK (a > 0) NOT ENFORCED, b int CONSTRAINT b_check CHECK (b > 0) ENFORCED);
-- seed
INSERT INTO t VALUES (1, 1);
-- shape: forbid drop table, drop table column
