-- title: the table is clustered on another index
-- from
CREATE TABLE t (a int, b int);
CREATE INDEX t_a ON t (a);
CREATE INDEX t_b ON t (b);
ALTER TABLE t CLUSTER ON t_a;
CREATE TABLE u (a int PRIMARY KEY);
-- to
CREATE TABLE t (a int, b int);
CREATE INDEX t_a ON t (a);
CREATE INDEX t_b ON t (b);
ALTER TABLE t CLUSTER ON t_b;
CREATE TABLE u (a int PRIMARY KEY);
ALTER TABLE u CLUSTER ON u_pkey;
-- shape: forbid drop index, drop table constraint
-- shape back: forbid drop index, drop table constraint
