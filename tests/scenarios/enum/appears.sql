-- title: an enum, a column of it and an enum without labels
-- from
-- to
CREATE TYPE mood AS ENUM ('sad', 'ok', 'happy');
CREATE TYPE nothing AS ENUM ();
CREATE TABLE t (m mood NOT NULL DEFAULT 'ok', n nothing);
-- seed
INSERT INTO t VALUES ('sad');
-- refused: deletes_data
