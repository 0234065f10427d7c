-- title: a comment on an extension other than the one it brings
-- extensions: pg_trgm
-- from
CREATE EXTENSION pg_trgm;
-- to
CREATE EXTENSION pg_trgm;
COMMENT ON EXTENSION pg_trgm IS 'we search names with it';
-- shape: forbid drop extension, create extension
