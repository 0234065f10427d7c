-- title: a serial column is replaced by one of a type without a cast
-- from
CREATE TABLE t (a text, id uuid);
-- to
CREATE TABLE t (a text, id serial);
-- seed
INSERT INTO t (a) VALUES ('x');
-- refused: deletes_data
