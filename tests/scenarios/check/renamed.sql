-- title: a check under another name; backwards a name in other letters
-- from
CREATE TABLE t (a int CONSTRAINT "Positive" CHECK (a > 0));
-- seed
INSERT INTO t VALUES (1);
-- to
CREATE TABLE t (a int CONSTRAINT positive CHECK (a > 0));
-- seed
INSERT INTO t VALUES (1);
-- shape: forbid drop table, drop table column
