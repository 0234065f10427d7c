-- title: a predicate whose print is no fixpoint
-- from
CREATE TABLE t (a int, s varchar(10));
CREATE INDEX t_open ON t (a) WHERE s IN ('new', 'open');
-- seed
INSERT INTO t VALUES (1, 'new');
-- to
CREATE TABLE t (a int, s varchar(10));
CREATE INDEX t_open ON t (a) WHERE s IN ('new', 'open');
CREATE INDEX t_closed ON t (a) WHERE s NOT IN ('new', 'open');
-- shape: require create index; forbid drop index
-- shape back: forbid create index
