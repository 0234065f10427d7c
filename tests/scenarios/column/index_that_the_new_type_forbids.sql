-- title: an index, a check and a generated column whose expressions the new type does not have
-- from
CREATE TABLE t (id int PRIMARY KEY, at timestamp, n int, CONSTRAINT n_check CHECK (n + 1 > 0), g text GENERATED ALWAYS AS ((n + 1)::text) STORED);
CREATE INDEX t_day ON t ((at::date));
CREATE INDEX t_n ON t ((n + 1)) WHERE n > 0;
-- seed
INSERT INTO t VALUES (1, '2020-01-01 10:00', 5);
-- to
CREATE TABLE t (id int PRIMARY KEY, at timestamptz, n text, CONSTRAINT n_check CHECK (n || 'x' <> ''), g text GENERATED ALWAYS AS (n || '!') STORED);
CREATE INDEX t_day ON t (((at AT TIME ZONE 'UTC')::date));
CREATE INDEX t_n ON t ((n || 'x')) WHERE n <> '';
-- seed
INSERT INTO t VALUES (1, '2020-01-01 10:00+00', '5');
-- shape: require alter table column; forbid drop table
