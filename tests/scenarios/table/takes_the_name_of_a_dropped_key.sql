-- title: a new table is named like a primary key that goes
-- from
CREATE TABLE t (id int CONSTRAINT ledger PRIMARY KEY, n int CONSTRAINT entries UNIQUE);
-- seed
INSERT INTO t VALUES (1, 1);
-- to
CREATE TABLE t (id int NOT NULL, n int);
CREATE TABLE ledger (id int);
CREATE VIEW entries AS SELECT id FROM ledger;
-- seed
INSERT INTO t VALUES (1, 1);
-- shape: require drop table constraint, create table, create view
-- refused back: deletes_data
