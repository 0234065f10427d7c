-- title: a new table's rows and defaults need the new label
-- from
CREATE TYPE e AS ENUM ('a');
CREATE TABLE t (x e);
-- seed
INSERT INTO t VALUES ('a');
-- to
CREATE TYPE e AS ENUM ('a', 'z');
CREATE TABLE t (x e, y e DEFAULT 'z');
CREATE TABLE u (x e PRIMARY KEY DEFAULT 'z', CONSTRAINT u_check CHECK (x >= 'z'));
-- seed
INSERT INTO t VALUES ('a', 'a');
-- shape: require alter type; forbid drop type
-- refused: deletes_data
