-- title: a view that groups by the primary key which is replaced
-- from
CREATE TABLE t (id int, a text, CONSTRAINT t_pkey PRIMARY KEY (id));
CREATE TABLE u (t_id int, n int);
CREATE VIEW v AS SELECT t.id, t.a, sum(u.n) AS s FROM t JOIN u ON u.t_id = t.id GROUP BY t.id;
-- seed
INSERT INTO t VALUES (1, 'x');
INSERT INTO u VALUES (1, 5);
-- to
CREATE TABLE t (id int, a text, CONSTRAINT t_pkey PRIMARY KEY (id) INCLUDE (a));
CREATE TABLE u (t_id int, n int);
CREATE VIEW v AS SELECT t.id, t.a, sum(u.n) AS s FROM t JOIN u ON u.t_id = t.id GROUP BY t.id;
-- shape: forbid drop table
