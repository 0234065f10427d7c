-- title: DEFAULT NULL is nothing, except on a varchar with a length
-- from
CREATE TABLE t (a text DEFAULT NULL, b varchar(10) DEFAULT NULL, c varchar(10), d numeric(5, 2));
-- to
CREATE TABLE t (a text, b varchar(10), c varchar(10) DEFAULT NULL, d numeric(5, 2) DEFAULT NULL);
-- shape: forbid drop table, drop table column
