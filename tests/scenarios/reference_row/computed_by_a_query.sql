-- title: rows that come from a query
-- from
CREATE TABLE t (n int PRIMARY KEY, sq int);
INSERT INTO t SELECT i, i * i FROM generate_series(1, 5) AS i;
-- to
CREATE TABLE t (n int PRIMARY KEY, sq int);
INSERT INTO t SELECT i, i * i + 1 FROM generate_series(2, 6) AS i;
-- refused: deletes_data
