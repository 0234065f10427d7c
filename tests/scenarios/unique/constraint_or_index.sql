-- title: a unique constraint becomes a unique index of its name, and the reverse
-- from
CREATE TABLE t (a int CONSTRAINT a_once UNIQUE, b int);
CREATE UNIQUE INDEX b_once ON t (b);
-- seed
INSERT INTO t VALUES (1, 1);
-- to
CREATE TABLE t (a int, b int CONSTRAINT b_once UNIQUE);
CREATE UNIQUE INDEX a_once ON t (a);
-- seed
INSERT INTO t VALUES (1, 1);
-- shape: require drop table constraint, create table constraint, create index, drop index; forbid drop table
