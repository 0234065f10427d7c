-- title: a view becomes a table of its name, with a view above it
-- from
CREATE TABLE base (a int, b text);
CREATE VIEW thing AS SELECT a, b FROM base;
COMMENT ON VIEW thing IS 'a view';
CREATE VIEW above AS SELECT a FROM thing;
-- seed
INSERT INTO base VALUES (1, 'x');
-- to
CREATE TABLE base (a int, b text);
CREATE TABLE thing (a int PRIMARY KEY, b text);
COMMENT ON TABLE thing IS 'a table';
CREATE VIEW above AS SELECT a FROM thing;
-- seed
INSERT INTO base VALUES (1, 'x');
INSERT INTO thing VALUES (1, 'x');
-- refused: deletes_data
