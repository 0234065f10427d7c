-- title: a unique constraint changes when it is checked
-- from
CREATE TABLE t (a int CONSTRAINT a_once UNIQUE, b int CONSTRAINT b_once UNIQUE DEFERRABLE, c int CONSTRAINT c_once UNIQUE DEFERRABLE INITIALLY DEFERRED);
-- seed
INSERT INTO t VALUES (1, 1, 1);
-- to
CREATE TABLE t (a int CONSTRAINT a_once UNIQUE DEFERRABLE INITIALLY DEFERRED, b int CONSTRAINT b_once UNIQUE, c int CONSTRAINT c_once UNIQUE DEFERRABLE);
-- seed
INSERT INTO t VALUES (1, 1, 1);
-- shape: require drop table constraint, create table constraint; forbid drop table, drop table column
