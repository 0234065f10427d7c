-- title: usage of types and domains is taken from PUBLIC
-- roles: app
-- from
CREATE TYPE e AS ENUM ('a');
CREATE DOMAIN d AS int;
CREATE TYPE c AS (x int);
REVOKE USAGE ON TYPE c FROM PUBLIC;
-- to
CREATE TYPE e AS ENUM ('a');
CREATE DOMAIN d AS int;
CREATE TYPE c AS (x int);
REVOKE USAGE ON TYPE e FROM PUBLIC;
GRANT USAGE ON TYPE e TO app;
REVOKE USAGE ON DOMAIN d FROM PUBLIC;
-- shape: forbid drop type
-- shape back: forbid drop type
