-- title: a NOT NULL that is not valid yet
-- pg: >=18
-- from
CREATE TABLE t (a int, b int, c int NOT NULL);
ALTER TABLE t ADD CONSTRAINT b_needed NOT NULL b NOT VALID;
-- seed
INSERT INTO t VALUES (NULL, 1, 1);
-- to
CREATE TABLE t (a int, b int NOT NULL, c int);
ALTER TABLE t ADD CONSTRAINT a_needed NOT NULL a NOT VALID;
ALTER TABLE t RENAME CONSTRAINT t_b_not_null TO b_needed;
-- seed
INSERT INTO t VALUES (1, 1, 1);
-- shape: forbid drop table column, drop table
