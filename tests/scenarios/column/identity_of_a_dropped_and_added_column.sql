-- title: an identity column goes and one of another name takes its sequence's name
-- from
CREATE TABLE t (a int GENERATED ALWAYS AS IDENTITY (SEQUENCE NAME public.numbers), x text);
-- seed
INSERT INTO t (x) VALUES ('a');
-- to
CREATE TABLE t (x text, b bigint GENERATED ALWAYS AS IDENTITY (SEQUENCE NAME public.numbers));
-- seed
INSERT INTO t (x) VALUES ('a');
-- shape: require drop table column, create table column; forbid drop table
-- refused: deletes_data
-- refused back: deletes_data
