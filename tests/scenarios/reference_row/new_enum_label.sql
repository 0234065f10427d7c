-- title: a row uses a label that comes with it
-- gap: the rows of a label that goes are changed after the label
-- from
CREATE TYPE e AS ENUM ('a');
CREATE DOMAIN d AS e;
CREATE TABLE t (id int PRIMARY KEY, x e, y d, z e[]);
INSERT INTO t VALUES (1, 'a', 'a', '{a}');
-- to
CREATE TYPE e AS ENUM ('a', 'b');
CREATE DOMAIN d AS e;
CREATE TABLE t (id int PRIMARY KEY, x e, y d, z e[]);
INSERT INTO t VALUES (1, 'b', 'a', '{a,b}'), (2, 'b', 'b', '{}');
-- shape: require alter type; forbid drop type
-- refused: deletes_data
