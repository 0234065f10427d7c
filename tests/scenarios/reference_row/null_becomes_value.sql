-- title: null, empty and the word null are three
-- from
CREATE TABLE t (id int PRIMARY KEY, a text, b int);
INSERT INTO t VALUES (1, NULL, NULL), (2, '', 0), (3, 'NULL', 1);
-- to
CREATE TABLE t (id int PRIMARY KEY, a text, b int);
INSERT INTO t VALUES (1, '', 0), (2, 'NULL', NULL), (3, NULL, 1);
-- shape: require alter reference row; forbid drop reference row, create reference row
-- shape back: forbid drop reference row, create reference row
