-- title: the storage parameters of a key's index change in place
-- from
CREATE TABLE t (id int PRIMARY KEY WITH (fillfactor = 70));
CREATE TABLE r (t int REFERENCES t);
CREATE TABLE u (id int PRIMARY KEY);
-- seed
INSERT INTO t VALUES (1);
-- to
CREATE TABLE t (id int PRIMARY KEY);
CREATE TABLE r (t int REFERENCES t);
CREATE TABLE u (id int PRIMARY KEY WITH (fillfactor = 60));
-- seed
INSERT INTO t VALUES (1);
-- shape: require alter table constraint; forbid drop table, drop table constraint
