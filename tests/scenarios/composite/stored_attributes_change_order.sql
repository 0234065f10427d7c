-- title: attributes of stored values change their order, their types and their number
-- from
CREATE TYPE pair AS (a int, b text, gone date);
CREATE TYPE outer_pair AS (p pair, n int);
CREATE DOMAIN paired AS pair CONSTRAINT paired_check CHECK ((VALUE).a > 0);
CREATE TABLE t (id int PRIMARY KEY, p pair, q pair[], r outer_pair, s paired, u outer_pair[]);
CREATE VIEW v AS SELECT id, (p).a, q[1].b AS b FROM t;
-- seed
INSERT INTO t VALUES (1, ROW(1, 'a "quoted, text"', NULL), ARRAY[ROW(2, 'y', NULL), NULL]::pair[], ROW(ROW(3, NULL, NULL), 4),
  ROW(5, 'z', NULL), ARRAY[ROW(ROW(6, 'w', NULL), 7)]::outer_pair[]), (2, NULL, NULL, NULL, NULL, NULL);
-- to
CREATE TYPE pair AS (b text, came numeric, a bigint);
CREATE TYPE outer_pair AS (p pair, n int);
CREATE DOMAIN paired AS pair CONSTRAINT paired_check CHECK ((VALUE).a > 0);
CREATE TABLE t (id int PRIMARY KEY, p pair, q pair[], r outer_pair, s paired, u outer_pair[]);
CREATE VIEW v AS SELECT id, (p).a, q[1].b AS b FROM t;
-- shape: forbid drop table, drop table column
-- refused: deletes_data
-- later: DO $$ BEGIN ASSERT (SELECT ((p).a, (p).b, (q[1]).a, q[2] IS NULL, ((r).p).a, (r).n, (s).b, ((u[1]).p).b, (u[1]).n) = (1, 'a "quoted, text"', 2, true, 3, 4, 'z', 'w', 7) FROM t WHERE id = 1); END $$;
-- later: DO $$ BEGIN ASSERT (SELECT num_nulls(p, q, r, s, u) = 5 FROM t WHERE id = 2); END $$;
