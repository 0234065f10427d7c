-- title: a domain over a composite type that gains an attribute
-- from
CREATE TYPE pair AS (a int, b int);
CREATE DOMAIN ordered AS pair CONSTRAINT ordered_check CHECK ((VALUE).a <= (VALUE).b);
-- to
CREATE TYPE pair AS (a int, b int, note text);
CREATE DOMAIN ordered AS pair CONSTRAINT ordered_check CHECK ((VALUE).a < (VALUE).b);
