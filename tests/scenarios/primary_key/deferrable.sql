-- title: a primary key becomes deferrable and deferred; there is no ALTER for it
-- from
CREATE TABLE t (id int PRIMARY KEY);
CREATE TABLE u (id int PRIMARY KEY DEFERRABLE INITIALLY DEFERRED);
-- seed
INSERT INTO t VALUES (1);
INSERT INTO u VALUES (1);
-- to
CREATE TABLE t (id int PRIMARY KEY DEFERRABLE);
CREATE TABLE u (id int PRIMARY KEY DEFERRABLE INITIALLY IMMEDIATE);
-- seed
INSERT INTO t VALUES (1);
INSERT INTO u VALUES (1);
-- shape: require drop table constraint, create table constraint; forbid drop table, drop table column
