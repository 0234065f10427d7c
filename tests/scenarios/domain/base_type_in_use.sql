-- title: the base type of a domain in use changes
-- from
CREATE DOMAIN d AS varchar(10) DEFAULT 'x' CONSTRAINT d_check CHECK (VALUE <> '');
CREATE TABLE t (id int PRIMARY KEY, a d NOT NULL, b d DEFAULT 'y');
CREATE INDEX t_a ON t (a);
-- seed
INSERT INTO t VALUES (1, 'hello', 'w');
-- to
CREATE DOMAIN d AS text DEFAULT 'x' CONSTRAINT d_check CHECK (VALUE <> '');
CREATE TABLE t (id int PRIMARY KEY, a d NOT NULL, b d DEFAULT 'y');
CREATE INDEX t_a ON t (a);
-- seed
INSERT INTO t VALUES (1, 'hello', 'w');
-- shape: forbid drop table, drop table column
-- later: CREATE VIEW later_v AS SELECT a FROM t;
