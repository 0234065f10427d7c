-- title: a check that was not validated, and one that now is
-- from
CREATE DOMAIN a AS int;
CREATE DOMAIN b AS int;
ALTER DOMAIN b ADD CONSTRAINT b_pos CHECK (VALUE > 0) NOT VALID;
CREATE TABLE t (a a, b b);
-- seed
INSERT INTO t VALUES (-1, 1);
-- to
CREATE DOMAIN a AS int;
ALTER DOMAIN a ADD CONSTRAINT a_pos CHECK (VALUE > 0) NOT VALID;
CREATE DOMAIN b AS int CONSTRAINT b_pos CHECK (VALUE > 0);
CREATE TABLE t (a a, b b);
-- seed
INSERT INTO t VALUES (1, 1);
-- shape: require alter domain constraint; forbid drop type
