-- title: a table gives its name to a view; a view on it keeps its text
-- from
CREATE TABLE base (id int PRIMARY KEY, x text);
CREATE TABLE thing (id int, x text);
CREATE VIEW top AS SELECT id, x FROM thing;
COMMENT ON TABLE thing IS 'a table';
-- seed
INSERT INTO base VALUES (1, 'a');
-- to
CREATE TABLE base (id int PRIMARY KEY, x text);
CREATE VIEW thing AS SELECT id, x FROM base;
CREATE VIEW top AS SELECT id, x FROM thing;
COMMENT ON VIEW thing IS 'a view';
-- seed
INSERT INTO base VALUES (1, 'a');
-- shape: require drop table, create view
-- shape back: require drop view, create table
-- refused: deletes_data
-- later: CREATE VIEW later_v AS SELECT id FROM thing;
