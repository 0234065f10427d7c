-- title: the labels of an enum in use are sorted otherwise
-- from
CREATE TYPE size AS ENUM ('small', 'large', 'medium');
CREATE TABLE t (s size NOT NULL);
CREATE INDEX t_s ON t (s);
-- seed
INSERT INTO t VALUES ('small'), ('medium'), ('large');
-- to
CREATE TYPE size AS ENUM ('small', 'medium', 'large');
CREATE TABLE t (s size NOT NULL);
CREATE INDEX t_s ON t (s);
-- seed
INSERT INTO t VALUES ('small'), ('medium'), ('large');
-- shape: forbid drop table column
