-- title: a primary key under another name
-- from
CREATE TABLE t (id int CONSTRAINT old_name PRIMARY KEY);
CREATE TABLE r (t int REFERENCES t);
-- seed
INSERT INTO t VALUES (1);
INSERT INTO r VALUES (1);
-- to
CREATE TABLE t (id int CONSTRAINT "New name" PRIMARY KEY);
CREATE TABLE r (t int REFERENCES t);
-- seed
INSERT INTO t VALUES (1);
INSERT INTO r VALUES (1);
-- shape: forbid drop table, drop table column
