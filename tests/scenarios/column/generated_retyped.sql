-- title: a generated column changes its own type and collation
-- from
CREATE TABLE t (a int, g int GENERATED ALWAYS AS (a + 1) STORED, h text GENERATED ALWAYS AS (a::text) STORED NOT NULL);
-- seed
INSERT INTO t VALUES (1);
-- to
CREATE TABLE t (a int, g bigint GENERATED ALWAYS AS (a + 1) STORED, h text COLLATE "C" GENERATED ALWAYS AS (a::text) STORED);
-- seed
INSERT INTO t VALUES (1);
-- shape: forbid drop table
