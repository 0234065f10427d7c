-- title: the base of a domain loses a label
-- from
CREATE TYPE e AS ENUM ('a', 'b', 'c');
CREATE DOMAIN d AS e DEFAULT 'a' CONSTRAINT d_check CHECK (VALUE <> 'c');
CREATE TABLE t (x d, y e);
-- seed
INSERT INTO t VALUES ('a', 'c');
-- to
CREATE TYPE e AS ENUM ('a', 'c');
CREATE DOMAIN d AS e DEFAULT 'a' CONSTRAINT d_check CHECK (VALUE <> 'c');
CREATE TABLE t (x d, y e);
-- seed
INSERT INTO t VALUES ('a', 'c');
-- shape: forbid drop table column
