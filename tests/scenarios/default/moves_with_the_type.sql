-- title: type and default of a column change together, in every order that matters
-- from
CREATE TABLE t (id int, a int DEFAULT 0, b text DEFAULT 'x', c varchar(3) DEFAULT 'abc', d int);
-- seed
INSERT INTO t VALUES (1, 1, '2', 'abc', 4);
-- to
CREATE TABLE t (id int, a text DEFAULT 'zero', b int, c varchar(30) DEFAULT 'abcdef', d text DEFAULT 'four');
-- seed
INSERT INTO t VALUES (1, '1', 2, 'abc', '4');
-- shape: require alter table column; forbid drop table, drop table column
