-- title: two enums in use exchange their labels
-- from
CREATE TYPE one AS ENUM ('a', 'b');
CREATE TYPE two AS ENUM ('x', 'y');
CREATE TABLE t (o one, w two);
-- seed
INSERT INTO t VALUES (NULL, NULL);
-- to
CREATE TYPE one AS ENUM ('x', 'y');
CREATE TYPE two AS ENUM ('a', 'b');
CREATE TABLE t (o one, w two);
-- seed
INSERT INTO t VALUES (NULL, NULL);
-- shape: forbid drop table
