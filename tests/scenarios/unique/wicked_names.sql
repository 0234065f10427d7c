-- title: unique constraints with names that need quotes
-- from
CREATE TABLE t (a int CONSTRAINT "it's" UNIQUE, b int CONSTRAINT "unique" UNIQUE, c int CONSTRAINT "a.b" UNIQUE);
-- seed
INSERT INTO t VALUES (1, 1, 1);
-- to
CREATE TABLE t (a int, b int, c int, CONSTRAINT "it's" UNIQUE (b), CONSTRAINT "quote""d" UNIQUE (a, b), CONSTRAINT "unique" UNIQUE (c), CONSTRAINT "$$" UNIQUE (a));
COMMENT ON CONSTRAINT "$$" ON t IS '$$';
-- seed
INSERT INTO t VALUES (1, 1, 1);
-- shape: forbid drop table, drop table column
