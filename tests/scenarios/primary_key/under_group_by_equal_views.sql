-- title: a key gets more columns in its index, the view that groups by it reads the same
-- from
CREATE TABLE t (id int PRIMARY KEY, name text);
CREATE VIEW v AS SELECT id, name, count(*) AS c FROM t GROUP BY id;
CREATE VIEW w AS SELECT name FROM v;
COMMENT ON VIEW v IS 'grouped';
-- seed
INSERT INTO t VALUES (1, 'a');
-- to
CREATE TABLE t (id int, name text, CONSTRAINT t_pkey PRIMARY KEY (id) INCLUDE (name));
CREATE VIEW v AS SELECT id, name, count(*) AS c FROM t GROUP BY id;
CREATE VIEW w AS SELECT name FROM v;
COMMENT ON VIEW v IS 'grouped';
-- seed
INSERT INTO t VALUES (1, 'a');
-- shape: require drop view, create view, create table constraint; forbid drop table, drop table column
