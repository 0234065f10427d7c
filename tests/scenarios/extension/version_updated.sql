-- title: an older version of an extension is updated; the way back is no update path
-- extensions: pg_trgm
-- from
CREATE EXTENSION pg_trgm VERSION '1.5';
-- to
CREATE EXTENSION pg_trgm VERSION '1.6';
-- shape: forbid drop extension
