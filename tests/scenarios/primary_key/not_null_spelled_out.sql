-- title: the key's NOT NULL, written or implied, inline or after, is the same
-- from
CREATE TABLE t (id int NOT NULL PRIMARY KEY, x int);
CREATE TABLE u (id int, x int, PRIMARY KEY (id));
-- seed
INSERT INTO t VALUES (1, 1);
-- to
CREATE TABLE t (id int PRIMARY KEY, x int);
CREATE TABLE u (id int NOT NULL, x int, CONSTRAINT u_pkey PRIMARY KEY (id));
-- seed
INSERT INTO t VALUES (1, 1);
-- shape: forbid alter table column, drop table constraint, create table constraint, alter table constraint
