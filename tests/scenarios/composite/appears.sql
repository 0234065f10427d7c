-- title: a composite type, one without attributes, and a column
-- from
-- to
CREATE TYPE address AS (street text COLLATE "C", "No." int, geo point[], zip varchar(5));
CREATE TYPE empty_type AS ();
CREATE TABLE t (a address, b address[]);
-- seed
INSERT INTO t VALUES (ROW('x', 1, NULL, '12345'), NULL);
-- refused: deletes_data
