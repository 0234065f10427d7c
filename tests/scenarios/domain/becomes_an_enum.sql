-- title: a domain becomes an enum of the same name under columns and arrays
-- from
CREATE DOMAIN mood AS text DEFAULT 'sad' CONSTRAINT mood_known CHECK (VALUE IN ('sad', 'ok'));
CREATE TABLE t (id int, m mood, n mood[]);
-- seed
INSERT INTO t VALUES (1, 'ok', '{sad,ok}');
-- to
CREATE TYPE mood AS ENUM ('sad', 'ok');
CREATE TABLE t (id int, m mood DEFAULT 'sad', n mood[]);
-- seed
INSERT INTO t VALUES (1, 'ok', '{sad,ok}');
-- shape: forbid drop table column
-- shape back: forbid drop table column
