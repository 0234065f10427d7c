-- title: comments on a type and on its attributes
-- from
CREATE TYPE pair AS (a int, b int);
COMMENT ON COLUMN pair.a IS 'first';
-- to
CREATE TYPE pair AS (a int, b int);
COMMENT ON TYPE pair IS 'two numbers';
COMMENT ON COLUMN pair.b IS 'second "b"';
-- shape: forbid drop type
-- shape back: forbid drop type
