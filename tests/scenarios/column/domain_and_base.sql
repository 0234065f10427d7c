-- title: columns move between a domain and its base type
-- from
CREATE DOMAIN positive AS int CHECK (VALUE > 0);
CREATE TABLE t (a int, b positive, c positive[], d int[]);
-- seed
INSERT INTO t VALUES (1, 2, '{3}', '{4}');
-- to
CREATE DOMAIN positive AS int CHECK (VALUE > 0);
CREATE TABLE t (a positive, b int, c int[], d positive[]);
-- seed
INSERT INTO t VALUES (1, 2, '{3}', '{4}');
-- shape: require alter table column; forbid drop table, drop table column, drop type
