-- title: the column goes, its sequence stays for another table's default
-- from
CREATE TABLE t (id serial, a text);
CREATE TABLE u (id int DEFAULT nextval('t_id_seq'));
-- seed
INSERT INTO t (a) VALUES ('x');
-- to
CREATE TABLE t (a text);
CREATE SEQUENCE t_id_seq AS integer;
CREATE TABLE u (id int DEFAULT nextval('t_id_seq'));
-- shape: forbid drop sequence
-- shape back: forbid drop sequence
-- refused: deletes_data
