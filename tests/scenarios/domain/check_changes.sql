-- title: a check keeps its name and changes
-- from
CREATE DOMAIN d AS varchar(20) CONSTRAINT d_check CHECK (VALUE IN ('a', 'b'));
CREATE TABLE t (a d);
-- seed
INSERT INTO t VALUES ('a');
-- to
CREATE DOMAIN d AS varchar(20) CONSTRAINT d_check CHECK (VALUE IN ('a', 'b', 'c'));
CREATE TABLE t (a d);
-- seed
INSERT INTO t VALUES ('a');
-- shape: forbid drop type, drop table column
