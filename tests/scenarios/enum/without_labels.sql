-- title: an enum without labels, and a composite type without attributes, get some
-- from
CREATE TYPE e AS ENUM ();
CREATE TYPE c AS ();
-- to
CREATE TYPE e AS ENUM ('a', 'b');
CREATE TYPE c AS (a int, b text);
