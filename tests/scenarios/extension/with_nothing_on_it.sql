-- title: an extension comes alone
-- extensions: pgcrypto, hstore
-- from
CREATE EXTENSION hstore;
-- to
CREATE EXTENSION pgcrypto;
-- shape: require create extension, drop extension
