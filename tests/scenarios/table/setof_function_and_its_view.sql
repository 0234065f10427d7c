-- title: a column leaves a table under a function that returns its rows and a view of that function
-- from
CREATE TABLE t (id int PRIMARY KEY, x text, y text);
CREATE FUNCTION all_t() RETURNS SETOF t LANGUAGE sql STABLE AS $$ SELECT * FROM t $$;
CREATE VIEW v AS SELECT id, x FROM all_t();
-- seed
INSERT INTO t VALUES (1, 'a', 'b');
-- to
CREATE TABLE t (id int PRIMARY KEY, x text);
CREATE FUNCTION all_t() RETURNS SETOF t LANGUAGE sql STABLE AS $$ SELECT * FROM t $$;
CREATE VIEW v AS SELECT id, x FROM all_t();
-- seed
INSERT INTO t VALUES (1, 'a');
-- shape: require drop table column; forbid drop table
-- shape back: require create table column; forbid drop table
-- refused: deletes_data
