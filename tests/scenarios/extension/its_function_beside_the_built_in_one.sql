-- title: a default moves from an extension's gen_random_uuid to the built-in one
-- extensions: pgcrypto
-- from
CREATE EXTENSION pgcrypto;
CREATE TABLE t (id uuid PRIMARY KEY DEFAULT public.gen_random_uuid(), n int);
-- seed
INSERT INTO t (n) VALUES (1);
-- to
CREATE TABLE t (id uuid PRIMARY KEY DEFAULT gen_random_uuid(), n int);
-- seed
INSERT INTO t (n) VALUES (1);
-- shape: require drop extension; forbid drop table, drop table column
-- later: INSERT INTO t (n) VALUES (2);
