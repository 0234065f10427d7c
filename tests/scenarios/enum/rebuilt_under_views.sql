-- title: an enum below views and a materialized view loses a label
-- from
CREATE TYPE e AS ENUM ('a', 'b', 'c');
CREATE TABLE t (x e, y int);
CREATE VIEW v AS SELECT x, y FROM t WHERE x = 'a';
CREATE VIEW w AS SELECT x::text AS s, count(*) FROM v GROUP BY x;
CREATE MATERIALIZED VIEW m AS SELECT x, 'c'::e AS c FROM t;
CREATE UNIQUE INDEX m_x ON m (x);
COMMENT ON COLUMN v.x IS 'the mood';
-- seed
INSERT INTO t VALUES ('a', 1);
-- to
CREATE TYPE e AS ENUM ('a', 'c');
CREATE TABLE t (x e, y int);
CREATE VIEW v AS SELECT x, y FROM t WHERE x = 'a';
CREATE VIEW w AS SELECT x::text AS s, count(*) FROM v GROUP BY x;
CREATE MATERIALIZED VIEW m AS SELECT x, 'c'::e AS c FROM t;
CREATE UNIQUE INDEX m_x ON m (x);
COMMENT ON COLUMN v.x IS 'the mood';
-- seed
INSERT INTO t VALUES ('a', 1);
-- later: CREATE VIEW later_v AS SELECT * FROM w;
