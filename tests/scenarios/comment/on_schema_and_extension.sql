-- title: comments on schemas and extensions
-- extensions: hstore
-- from
CREATE SCHEMA app;
CREATE EXTENSION hstore SCHEMA app;
COMMENT ON SCHEMA app IS 'old';
-- to
CREATE SCHEMA app;
CREATE EXTENSION hstore SCHEMA app;
COMMENT ON SCHEMA app IS 'new';
COMMENT ON EXTENSION hstore IS 'keys and values, in our words';
-- shape: forbid drop schema, drop extension
