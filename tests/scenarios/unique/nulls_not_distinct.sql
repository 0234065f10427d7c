-- title: nulls count as equal, or not
-- pg: >=15
-- from
CREATE TABLE t (a int CONSTRAINT a_once UNIQUE, b int CONSTRAINT b_once UNIQUE NULLS NOT DISTINCT);
-- seed
INSERT INTO t VALUES (1, NULL);
-- to
CREATE TABLE t (a int CONSTRAINT a_once UNIQUE NULLS NOT DISTINCT, b int CONSTRAINT b_once UNIQUE NULLS DISTINCT);
-- seed
INSERT INTO t VALUES (1, NULL);
-- shape: require drop table constraint, create table constraint; forbid drop table, drop table column
-- later: INSERT INTO t VALUES (2, NULL);
