-- title: storage parameters of indexes change in place
-- from
CREATE TABLE t (a int, b int[], c timestamptz, d point, e text);
CREATE INDEX t_a ON t (a) WITH (fillfactor=70);
CREATE INDEX t_b ON t USING gin (b) WITH (fastupdate=off);
CREATE INDEX t_c ON t USING brin (c);
CREATE INDEX t_d ON t USING gist (d) WITH (buffering=on);
CREATE INDEX t_e ON t USING hash (e) WITH (fillfactor=60);
-- seed
INSERT INTO t VALUES (1, '{1}', now(), '(0,0)', 'x');
-- to
CREATE TABLE t (a int, b int[], c timestamptz, d point, e text);
CREATE INDEX t_a ON t (a) WITH (fillfactor=80, deduplicate_items=off);
CREATE INDEX t_b ON t USING gin (b) WITH (gin_pending_list_limit=128);
CREATE INDEX t_c ON t USING brin (c) WITH (pages_per_range=64, autosummarize=on);
CREATE INDEX t_d ON t USING gist (d);
CREATE INDEX t_e ON t USING hash (e) WITH (fillfactor=60);
-- shape: require alter index; forbid drop index, create index
-- shape back: require alter index; forbid drop index, create index
