-- title: an index becomes partial and a partial one changes its predicate
-- from
CREATE TABLE t (a int, b boolean NOT NULL, c timestamptz);
CREATE INDEX t_a ON t (a);
CREATE UNIQUE INDEX t_live ON t (a) WHERE c IS NULL;
-- seed
INSERT INTO t VALUES (1, true, NULL), (2, false, now());
-- to
CREATE TABLE t (a int, b boolean NOT NULL, c timestamptz);
CREATE INDEX t_a ON t (a) WHERE b;
CREATE UNIQUE INDEX t_live ON t (a) WHERE c IS NULL AND NOT b;
