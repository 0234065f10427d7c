-- title: one column goes and one of the same type comes; nobody said rename
-- from
CREATE TABLE t (id int PRIMARY KEY, surname text NOT NULL);
-- seed
INSERT INTO t VALUES (1, 'x');
-- to
CREATE TABLE t (id int PRIMARY KEY, last_name text);
-- shape: require drop table column, create table column; forbid drop table
-- refused: deletes_data
-- refused back: deletes_data
