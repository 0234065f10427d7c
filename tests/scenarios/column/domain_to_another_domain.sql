-- title: a column changes its domain, the old one goes
-- from
CREATE DOMAIN short AS varchar(5) NOT NULL DEFAULT 'x';
CREATE TABLE t (id int, a short);
-- seed
INSERT INTO t VALUES (1, 'abc');
-- to
CREATE DOMAIN longer AS text COLLATE "C" CHECK (length(VALUE) < 100);
CREATE TABLE t (id int, a longer);
-- seed
INSERT INTO t VALUES (1, 'abc');
-- shape: require create type, drop type, alter table column; forbid drop table, drop table column
