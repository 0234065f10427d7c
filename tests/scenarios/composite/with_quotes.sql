-- title: odd names of a type and its attributes
-- from
CREATE TYPE "My Type" AS ("select" int, "a.b" text);
CREATE TABLE t (x "My Type");
-- seed
INSERT INTO t VALUES (ROW(1, 'x'));
-- to
CREATE TYPE "My Type" AS ("select" int, "a.b" text, "q""q" date);
COMMENT ON COLUMN "My Type"."a.b" IS 'dotted';
CREATE TABLE t (x "My Type");
-- shape: forbid drop type
