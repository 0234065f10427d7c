-- title: a primary key is replaced under views that group by it
-- from
CREATE TABLE t (id int PRIMARY KEY, name text);
CREATE TABLE line (t int REFERENCES t, n int);
CREATE VIEW sums AS SELECT t.id, t.name, sum(n) AS s FROM t JOIN line ON line.t = t.id GROUP BY t.id;
CREATE VIEW top AS SELECT name FROM sums WHERE s > 10;
CREATE MATERIALIZED VIEW cached AS SELECT id, name, count(*) AS c FROM t GROUP BY id;
-- seed
INSERT INTO t VALUES (1, 'a');
INSERT INTO line VALUES (1, 5);
-- to
CREATE TABLE t (id int CONSTRAINT t_key PRIMARY KEY DEFERRABLE INITIALLY IMMEDIATE, name text UNIQUE, CONSTRAINT t_id UNIQUE (id));
CREATE TABLE line (t int, n int, CONSTRAINT line_t_fkey FOREIGN KEY (t) REFERENCES t (id));
CREATE VIEW sums AS SELECT t.id, max(t.name) AS name, sum(n) AS s FROM t JOIN line ON line.t = t.id GROUP BY t.id;
CREATE VIEW top AS SELECT name FROM sums WHERE s > 10;
CREATE MATERIALIZED VIEW cached AS SELECT id, name, count(*) AS c FROM t GROUP BY id, name;
-- seed
INSERT INTO t VALUES (1, 'a');
INSERT INTO line VALUES (1, 5);
-- shape: require drop table constraint, create table constraint; forbid drop table, drop table column
