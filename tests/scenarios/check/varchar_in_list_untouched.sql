-- title: an IN list over a varchar stays, another column changes
-- from
CREATE TABLE t (id int PRIMARY KEY, s varchar(20) NOT NULL DEFAULT 'open' CONSTRAINT known CHECK (s IN ('open', 'closed')));
CREATE INDEX t_open ON t (id) WHERE s IN ('open', 'new');
-- seed
INSERT INTO t VALUES (1, 'open');
-- to
CREATE TABLE t (id bigint PRIMARY KEY, s varchar(20) NOT NULL DEFAULT 'open' CONSTRAINT known CHECK (s IN ('open', 'closed')));
CREATE INDEX t_open ON t (id) WHERE s IN ('open', 'new');
-- seed
INSERT INTO t VALUES (1, 'open');
-- shape: forbid drop table constraint, create table constraint, drop table
