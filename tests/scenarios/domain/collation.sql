-- title: a domain sorts otherwise
-- from
CREATE DOMAIN d AS text COLLATE "C";
CREATE TABLE t (a d);
CREATE INDEX t_a ON t (a);
-- seed
INSERT INTO t VALUES ('a'), ('B');
-- to
CREATE DOMAIN d AS text COLLATE "POSIX";
CREATE TABLE t (a d);
CREATE INDEX t_a ON t (a);
-- seed
INSERT INTO t VALUES ('a'), ('B');
-- shape: forbid drop table column
