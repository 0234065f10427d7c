-- title: the base of a generated column changes its type
-- from
CREATE TABLE t (id int PRIMARY KEY, a int, twice int GENERATED ALWAYS AS (a * 2) STORED);
CREATE INDEX t_twice ON t (twice);
-- seed
INSERT INTO t VALUES (1, 10);
-- to
CREATE TABLE t (id int PRIMARY KEY, a bigint, twice bigint GENERATED ALWAYS AS (a * 2) STORED);
CREATE INDEX t_twice ON t (twice);
-- seed
INSERT INTO t VALUES (1, 10);
-- shape: require alter table column; forbid drop table
-- later: INSERT INTO t VALUES (2, 20);
