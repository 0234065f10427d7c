-- title: a changed default is one ALTER, and no rows move
-- from
CREATE TABLE t (id int PRIMARY KEY, a text NOT NULL DEFAULT 'old');
-- seed
INSERT INTO t VALUES (1);
-- to
CREATE TABLE t (id int PRIMARY KEY, a text NOT NULL DEFAULT 'new');
-- seed
INSERT INTO t VALUES (1);
-- shape: require alter default value; forbid drop table, drop table column, alter table column
-- shape back: require alter default value; forbid drop table, drop table column, alter table column
-- later: INSERT INTO t VALUES (2);
