-- title: a column is retyped under four layers of views
-- roles: sc_app
-- from
CREATE TABLE t (id int PRIMARY KEY, a int NOT NULL);
CREATE VIEW v1 AS SELECT id, a FROM t;
CREATE VIEW v2 WITH (security_barrier = true) AS SELECT id, a + 1 AS b FROM v1;
CREATE VIEW v3 AS SELECT v1.id, v2.b FROM v1 JOIN v2 USING (id);
CREATE VIEW beside AS SELECT id FROM t;
CREATE VIEW counts AS SELECT count(*) AS n FROM t;
COMMENT ON VIEW v2 IS 'second';
COMMENT ON COLUMN v2.b IS 'the b';
GRANT SELECT ON v2 TO sc_app;
ALTER VIEW v2 ALTER COLUMN b SET DEFAULT 4;
-- seed
INSERT INTO t VALUES (1, 10);
-- to
CREATE TABLE t (id int PRIMARY KEY, a bigint NOT NULL);
CREATE VIEW v1 AS SELECT id, a FROM t;
CREATE VIEW v2 WITH (security_barrier = true) AS SELECT id, a + 1 AS b FROM v1;
CREATE VIEW v3 AS SELECT v1.id, v2.b FROM v1 JOIN v2 USING (id);
CREATE VIEW beside AS SELECT id FROM t;
CREATE VIEW counts AS SELECT count(*) AS n FROM t;
COMMENT ON VIEW v2 IS 'second';
COMMENT ON COLUMN v2.b IS 'the b';
GRANT SELECT ON v2 TO sc_app;
ALTER VIEW v2 ALTER COLUMN b SET DEFAULT 4;
-- seed
INSERT INTO t VALUES (1, 10);
-- shape: require alter table column, drop view, create view; forbid drop table, drop table column
-- later: CREATE VIEW later_v AS SELECT b FROM v3;
-- later back: CREATE VIEW later_v AS SELECT b FROM v3;
