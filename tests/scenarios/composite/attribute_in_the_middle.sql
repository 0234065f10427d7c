-- title: an attribute appears in the middle of an unused type
-- from
CREATE TYPE tri AS (a int, c int);
-- to
CREATE TYPE tri AS (a int, b int, c int);
