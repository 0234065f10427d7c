-- title: an attribute of an unused type is retyped
-- from
CREATE TYPE pair AS (a int, b varchar(10));
-- to
CREATE TYPE pair AS (a bigint, b varchar(20));
-- shape: require alter type; forbid drop type
-- shape back: require alter type; forbid drop type
