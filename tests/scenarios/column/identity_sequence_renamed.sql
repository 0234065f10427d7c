-- title: an identity's sequence has a name of its own
-- from
CREATE TABLE t (a int GENERATED ALWAYS AS IDENTITY, b text);
-- seed
INSERT INTO t (b) VALUES ('x');
-- to
CREATE TABLE t (a int GENERATED ALWAYS AS IDENTITY (SEQUENCE NAME public."My Numbers"), b text);
-- seed
INSERT INTO t (b) VALUES ('x');
-- shape: forbid drop table, drop table column
