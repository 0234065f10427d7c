-- title: statistics targets and attribute options
-- from
CREATE TABLE t (a int, b int, c int);
ALTER TABLE t ALTER b SET STATISTICS 100, ALTER c SET STATISTICS 0, ALTER c SET (n_distinct = -0.5, n_distinct_inherited = 3);
-- to
CREATE TABLE t (a int, b int, c int);
ALTER TABLE t ALTER a SET STATISTICS 10, ALTER b SET STATISTICS 500, ALTER a SET (n_distinct = 7), ALTER c SET (n_distinct_inherited = 4);
-- shape: require alter table column; forbid drop table, drop table column
