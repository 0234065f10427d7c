-- title: a serial loses its sequence and a plain column gets one
-- from
CREATE TABLE t (id serial PRIMARY KEY, n int NOT NULL);
-- seed
INSERT INTO t (n) VALUES (1), (2);
-- to
CREATE TABLE t (id int PRIMARY KEY, n serial);
-- seed
INSERT INTO t (id) VALUES (1), (2);
-- shape: require drop sequence, create sequence; forbid drop table, drop table column
