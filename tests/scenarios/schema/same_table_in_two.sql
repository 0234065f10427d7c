-- title: only one of two tables of the same name changes
-- from
CREATE SCHEMA a;
CREATE SCHEMA b;
CREATE TABLE a.t (id int PRIMARY KEY, x text);
CREATE TABLE b.t (id int PRIMARY KEY, x text);
CREATE VIEW a.v AS SELECT x FROM a.t;
CREATE VIEW b.v AS SELECT x FROM b.t;
-- seed
INSERT INTO a.t VALUES (1, 'a');
INSERT INTO b.t VALUES (1, 'b');
-- to
CREATE SCHEMA a;
CREATE SCHEMA b;
CREATE TABLE a.t (id int PRIMARY KEY, x text);
CREATE TABLE b.t (id int PRIMARY KEY, x varchar(20), y int);
CREATE VIEW a.v AS SELECT x FROM a.t;
CREATE VIEW b.v AS SELECT x FROM b.t;
-- seed
INSERT INTO a.t VALUES (1, 'a');
INSERT INTO b.t VALUES (1, 'b', 2);
-- shape: require alter table column; forbid drop table column, drop table
-- refused back: deletes_data
