-- title: the same storage parameters, but one, written in another order
-- from
CREATE TABLE t (a int);
CREATE INDEX t_a ON t (a) WITH (fillfactor=70, deduplicate_items=off);
-- to
CREATE TABLE t (a int);
CREATE INDEX t_a ON t (a) WITH (deduplicate_items=off, fillfactor=75);
-- shape: forbid drop index
-- shape back: forbid drop index
