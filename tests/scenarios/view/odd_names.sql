-- title: views and columns whose names need quotes
-- from
CREATE TABLE t (a int);
-- to
CREATE TABLE t (a int);
CREATE VIEW "View ""1""" ("select", "a.b", "ümlaut") AS SELECT a, a + 1, 'it''s; -- $$' FROM t;
CREATE VIEW "order" AS SELECT "select" AS "from" FROM "View ""1""";
COMMENT ON COLUMN "View ""1"""."a.b" IS 'dot';
