-- title: several checks, one not validated, of a new domain over an enum
-- from
CREATE TYPE e AS ENUM ('a', 'b', 'c');
-- to
CREATE TYPE e AS ENUM ('a', 'b', 'c');
CREATE DOMAIN d AS e DEFAULT 'a' CONSTRAINT z_first CHECK (VALUE <> 'b') CHECK (VALUE IS NOT NULL);
ALTER DOMAIN d ADD CONSTRAINT a_last CHECK (VALUE < 'c') NOT VALID;
COMMENT ON CONSTRAINT a_last ON DOMAIN d IS 'not validated';
CREATE DOMAIN dd AS d[] CONSTRAINT dd_some CHECK (cardinality(VALUE) > 0);
