-- title: a domain's check gets another name
-- from
CREATE DOMAIN d AS int CHECK (VALUE > 0);
CREATE TABLE t (a d);
-- seed
INSERT INTO t VALUES (1);
-- to
CREATE DOMAIN d AS int CONSTRAINT positive CHECK (VALUE > 0);
CREATE TABLE t (a d);
-- shape: forbid drop type
