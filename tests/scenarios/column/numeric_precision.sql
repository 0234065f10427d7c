-- title: precision and scale of numerics change
-- from
CREATE TABLE t (a numeric(10, 2), b numeric(10, 2), c numeric, d numeric(5, 0));
-- seed
INSERT INTO t VALUES (1.25, 1.25, 1.25, 7);
-- to
CREATE TABLE t (a numeric(12, 2), b numeric(12, 4), c numeric(8, 3), d int);
-- seed
INSERT INTO t VALUES (1.25, 1.25, 1.25, 7);
-- shape: require alter table column; forbid drop table column, drop table
