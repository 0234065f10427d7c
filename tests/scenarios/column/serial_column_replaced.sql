-- title: an owned sequence outlives its column and is owned by another
-- from
CREATE TABLE t (a int);
CREATE SEQUENCE numbers OWNED BY t.a;
ALTER TABLE t ALTER a SET DEFAULT nextval('numbers');
-- to
CREATE TABLE t (b bigint);
CREATE SEQUENCE numbers OWNED BY t.b;
ALTER TABLE t ALTER b SET DEFAULT nextval('numbers');
-- shape: require drop table column, create table column; forbid drop table, drop sequence
-- shape back: require drop table column, create table column; forbid drop table, drop sequence
-- refused: deletes_data
-- refused back: deletes_data
