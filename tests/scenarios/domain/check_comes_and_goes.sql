-- title: a check on a domain in use
-- from
CREATE DOMAIN d AS int CONSTRAINT d_old CHECK (VALUE <> 13);
CREATE TABLE t (a d);
-- seed
INSERT INTO t VALUES (5);
-- to
CREATE DOMAIN d AS int CONSTRAINT d_new CHECK (VALUE > 0) CONSTRAINT d_max CHECK (VALUE < 1000);
CREATE TABLE t (a d);
-- seed
INSERT INTO t VALUES (5);
-- shape: require create domain constraint, drop domain constraint; forbid drop type, alter table column
-- shape back: forbid drop type
