-- title: one label goes, another comes in its place
-- from
CREATE TYPE e AS ENUM ('draft', 'public');
CREATE TABLE t (x e DEFAULT 'draft');
-- seed
INSERT INTO t VALUES ('draft');
-- to
CREATE TYPE e AS ENUM ('draft', 'published');
CREATE TABLE t (x e DEFAULT 'draft');
-- seed
INSERT INTO t VALUES ('draft');
-- shape: forbid drop table column
