-- title: a column whose name differs only by case is another column
-- from
CREATE TABLE t (id int, "Name" text);
-- to
CREATE TABLE t (id int, name text, "NAME" text);
-- shape: require drop table column, create table column; forbid drop table
-- refused: deletes_data
-- refused back: deletes_data
