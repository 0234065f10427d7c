-- title: a domain inside arrays gets a check, not null and a default
-- from
CREATE DOMAIN d AS int;
CREATE TABLE t (a d[], b d);
-- seed
INSERT INTO t VALUES ('{1,2}', 3);
-- to
CREATE DOMAIN d AS int DEFAULT 7 NOT NULL CONSTRAINT d_pos CHECK (VALUE > 0);
CREATE TABLE t (a d[], b d);
-- seed
INSERT INTO t VALUES ('{1,2}', 3);
-- shape: forbid drop table column
