-- title: a schema with nothing in it
-- from
-- to
CREATE SCHEMA nothing;
-- shape: require create schema
-- shape back: require drop schema
