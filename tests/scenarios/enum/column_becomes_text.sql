-- title: an enum column becomes text, the enum goes
-- from
CREATE TYPE e AS ENUM ('a', 'b');
CREATE TABLE t (x e NOT NULL DEFAULT 'a');
-- seed
INSERT INTO t VALUES ('b');
-- to
CREATE TABLE t (x text NOT NULL DEFAULT 'a');
-- seed
INSERT INTO t VALUES ('b');
-- shape: require alter table column, drop type; forbid drop table column
-- shape back: require alter table column, create type; forbid drop table column
