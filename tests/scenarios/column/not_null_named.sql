-- title: NOT NULL constraints with names of their own
-- pg: >=18
-- from
CREATE TABLE t (a int CONSTRAINT a_needed NOT NULL, b int NOT NULL, c int);
-- seed
INSERT INTO t VALUES (1, 1, 1);
-- to
CREATE TABLE t (a int CONSTRAINT a_wanted NOT NULL, b int CONSTRAINT b_needed NOT NULL, c int CONSTRAINT c_needed NOT NULL);
-- seed
INSERT INTO t VALUES (1, 1, 1);
-- shape: forbid drop table column, drop table
