-- title: a table and an index move to other tablespaces
-- tablespaces: sc_fast, sc_slow
-- from
CREATE TABLE t (id int PRIMARY KEY, x text);
CREATE INDEX t_x ON t (x) TABLESPACE sc_fast;
CREATE TABLE u (id int) TABLESPACE sc_fast;
-- seed
INSERT INTO t VALUES (1, 'a');
INSERT INTO u VALUES (1);
-- to
CREATE TABLE t (id int PRIMARY KEY, x text) TABLESPACE sc_fast;
CREATE INDEX t_x ON t (x);
CREATE TABLE u (id int) TABLESPACE sc_slow;
-- seed
INSERT INTO t VALUES (1, 'a');
INSERT INTO u VALUES (1);
-- shape: require alter table; forbid drop table
