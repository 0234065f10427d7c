-- title: the NOT NULL of a domain has a name of its own
-- pg: >=17
-- from
CREATE DOMAIN a AS int CONSTRAINT filled NOT NULL;
CREATE DOMAIN b AS int;
CREATE DOMAIN c AS int NOT NULL;
CREATE TABLE t (a a, b b, c c);
-- seed
INSERT INTO t VALUES (1, 2, 3);
-- to
CREATE DOMAIN a AS int CONSTRAINT "Filled" NOT NULL;
CREATE DOMAIN b AS int CONSTRAINT b_filled NOT NULL;
CREATE DOMAIN c AS int CONSTRAINT c_filled NOT NULL;
CREATE TABLE t (a a, b b, c c);
-- shape: forbid drop type
-- shape back: forbid drop type
