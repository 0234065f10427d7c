-- title: comments on enum, domain, composite and row type
-- from
CREATE TYPE e AS ENUM ('a');
CREATE DOMAIN d AS int;
CREATE TYPE c AS (x int);
CREATE TABLE t (a int);
-- to
CREATE TYPE e AS ENUM ('a');
CREATE DOMAIN d AS int;
CREATE TYPE c AS (x int);
CREATE TABLE t (a int);
COMMENT ON TYPE e IS 'an enum';
COMMENT ON DOMAIN d IS 'a domain';
COMMENT ON TYPE c IS 'a composite';
COMMENT ON COLUMN c.x IS 'an attribute';
COMMENT ON TYPE t IS 'the row type of a table';
-- shape: require create comment; forbid drop type
-- shape back: require drop comment; forbid drop type
