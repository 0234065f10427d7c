-- title: a domain's NOT NULL constraint has a name of its own
-- pg: >=18
-- from
CREATE DOMAIN d AS int CONSTRAINT filled NOT NULL CONSTRAINT positive CHECK (VALUE > 0);
CREATE TABLE t (a d);
-- seed
INSERT INTO t VALUES (1);
-- to
CREATE DOMAIN d AS int NOT NULL CONSTRAINT positive CHECK (VALUE > 0);
CREATE TABLE t (a d);
-- seed
INSERT INTO t VALUES (1);
-- shape: forbid drop type, drop table column
