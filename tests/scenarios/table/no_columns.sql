-- title: a table without a column, which then gets one
-- from
CREATE TABLE nothing ();
CREATE TABLE something (a int);
-- to
CREATE TABLE nothing (a int);
CREATE TABLE something ();
CREATE TABLE also_nothing ();
-- shape: forbid drop table
-- shape back: require drop table
-- refused: deletes_data
-- refused back: deletes_data
