-- title: a generated column compares with a label of an enum that is rebuilt
-- from
CREATE TYPE e AS ENUM ('a', 'b', 'c');
CREATE TABLE t (x e, is_a boolean GENERATED ALWAYS AS (x = 'a') STORED);
-- seed
INSERT INTO t (x) VALUES ('a'), ('c');
-- to
CREATE TYPE e AS ENUM ('a', 'c');
CREATE TABLE t (x e, is_a boolean GENERATED ALWAYS AS (x = 'a') STORED);
-- seed
INSERT INTO t (x) VALUES ('a'), ('c');
