-- title: defaults of an enum and of an array of it; a label of the same change
-- from
CREATE TYPE mood AS ENUM ('sad', 'ok');
CREATE TABLE t (id int, m mood DEFAULT 'ok', ms mood[] DEFAULT '{sad}');
-- seed
INSERT INTO t VALUES (1);
-- to
CREATE TYPE mood AS ENUM ('sad', 'ok', 'it''s great');
CREATE TABLE t (id int, m mood DEFAULT 'it''s great', ms mood[] DEFAULT '{sad,ok}', n mood NOT NULL DEFAULT 'ok');
-- shape: require alter type, alter default value; forbid drop table
-- refused back: deletes_data
-- later: INSERT INTO t VALUES (2);
