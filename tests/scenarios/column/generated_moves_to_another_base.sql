-- title: the base of a generated column is dropped and the generated column stays
-- from
CREATE TABLE t (a text, b text, g text GENERATED ALWAYS AS (upper(a)) STORED);
-- seed
INSERT INTO t VALUES ('a', 'b');
-- to
CREATE TABLE t (b text, g text GENERATED ALWAYS AS (upper(b)) STORED);
-- seed
INSERT INTO t VALUES ('b');
-- shape: require drop table column; forbid drop table
-- refused: deletes_data
