-- title: the key moves to a new identity column, the old key stays as data
-- from
CREATE TABLE t (code text PRIMARY KEY);
CREATE TABLE r (t text REFERENCES t);
-- seed
INSERT INTO t VALUES ('a'), ('b');
-- to
CREATE TABLE t (code text NOT NULL UNIQUE, id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY);
CREATE TABLE r (t text REFERENCES t (code));
-- seed
INSERT INTO t VALUES ('a'), ('b');
-- shape: require create table column, create table constraint; forbid drop table
-- refused back: deletes_data
