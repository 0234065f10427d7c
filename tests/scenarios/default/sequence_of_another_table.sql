-- title: a default draws from another table's sequence; that table goes
-- from
CREATE TABLE owner_t (id serial PRIMARY KEY);
CREATE TABLE t (id int PRIMARY KEY DEFAULT nextval('owner_t_id_seq'), x text);
-- seed
INSERT INTO t (x) VALUES ('a');
-- to
CREATE SEQUENCE owner_t_id_seq AS integer;
CREATE TABLE t (id int PRIMARY KEY DEFAULT nextval('owner_t_id_seq'), x text);
-- seed
INSERT INTO t (x) VALUES ('a');
-- shape: require drop table; forbid drop sequence
-- refused: deletes_data
-- later: INSERT INTO t (x) VALUES ('later');
