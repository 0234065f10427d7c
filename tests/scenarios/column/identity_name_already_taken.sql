-- title: the automatic name of an identity's or serial's sequence belongs to another relation
-- from
CREATE TABLE t (x text);
CREATE TABLE t_id_seq (a int);
CREATE SEQUENCE t_n_seq;
-- seed
INSERT INTO t VALUES ('a');
INSERT INTO t_id_seq VALUES (1);
-- to
CREATE TABLE t_id_seq (a int);
CREATE SEQUENCE t_n_seq;
CREATE TABLE t (x text, id int GENERATED ALWAYS AS IDENTITY, n serial);
-- seed
INSERT INTO t VALUES ('a');
INSERT INTO t_id_seq VALUES (1);
-- shape: require create table column; forbid drop table, drop sequence
-- refused back: deletes_data
