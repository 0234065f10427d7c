-- title: type and collation change in one step, arrays have a collation too
-- from
CREATE TABLE t (a int, b text[] COLLATE "C", c varchar(5) COLLATE "C");
-- seed
INSERT INTO t VALUES (1, '{x}', 'c');
-- to
CREATE TABLE t (a text COLLATE "C", b varchar(10)[], c text COLLATE "POSIX");
-- seed
INSERT INTO t VALUES (1, '{x}', 'c');
-- shape: require alter table column; forbid drop table, drop table column
