-- title: a SQL-standard function names the key in ON CONFLICT, the key is replaced
-- from
CREATE TABLE t (id int CONSTRAINT t_key PRIMARY KEY, x text);
CREATE FUNCTION put(int, text) RETURNS void LANGUAGE sql BEGIN ATOMIC
    INSERT INTO t VALUES ($1, $2) ON CONFLICT ON CONSTRAINT t_key DO UPDATE SET x = excluded.x; END;
-- seed
INSERT INTO t VALUES (1, 'a');
-- to
CREATE TABLE t (id int, x text, CONSTRAINT t_key PRIMARY KEY (id) INCLUDE (x));
CREATE FUNCTION put(int, text) RETURNS void LANGUAGE sql BEGIN ATOMIC
    INSERT INTO t VALUES ($1, $2) ON CONFLICT ON CONSTRAINT t_key DO UPDATE SET x = excluded.x; END;
-- seed
INSERT INTO t VALUES (1, 'a');
-- shape: require drop function, create function, create table constraint; forbid drop table, drop table column
-- later: SELECT put(2, 'later');
