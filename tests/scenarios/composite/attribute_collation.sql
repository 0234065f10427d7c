-- title: an attribute changes its collation
-- from
CREATE TYPE pair AS (a text, b text COLLATE "C");
-- to
CREATE TYPE pair AS (a text COLLATE "C", b text COLLATE "POSIX");
