-- title: the keys of two tables swap their names, which share one name space
-- from
CREATE TABLE a (id int CONSTRAINT one PRIMARY KEY);
CREATE TABLE b (id text CONSTRAINT two PRIMARY KEY);
-- seed
INSERT INTO a VALUES (1);
INSERT INTO b VALUES ('x');
-- to
CREATE TABLE a (id int CONSTRAINT two PRIMARY KEY);
CREATE TABLE b (id text CONSTRAINT one PRIMARY KEY);
-- seed
INSERT INTO a VALUES (1);
INSERT INTO b VALUES ('x');
-- shape: forbid drop table, drop table column
