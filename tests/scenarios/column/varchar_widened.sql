-- title: a varchar gets longer, loses its limit, becomes text
-- from
CREATE TABLE t (a varchar(10), b varchar(10), c varchar(10), d char(3));
CREATE INDEX t_a ON t (a);
-- seed
INSERT INTO t VALUES ('a', 'b', 'c', 'd');
-- to
CREATE TABLE t (a varchar(20), b varchar, c text, d char(5));
CREATE INDEX t_a ON t (a);
-- seed
INSERT INTO t VALUES ('a', 'b', 'c', 'd');
-- shape: require alter table column; forbid drop table column, drop table, drop index
-- shape back: require alter table column; forbid drop table column, drop table, drop index
