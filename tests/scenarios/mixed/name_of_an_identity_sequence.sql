-- title: what has the automatic name of an identity's sequence, and of a key, makes way
-- from
CREATE TABLE t (id int NOT NULL);
CREATE TABLE t_id_seq (a int);
CREATE VIEW t_pkey AS SELECT 1 AS a;
-- seed
INSERT INTO t VALUES (1);
-- to
CREATE TABLE t (id int GENERATED ALWAYS AS IDENTITY, CONSTRAINT t_pkey PRIMARY KEY (id));
-- seed
INSERT INTO t DEFAULT VALUES;
-- shape: forbid drop table column
-- refused: deletes_data
