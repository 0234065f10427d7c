-- title: a right on an extension's function is changed by hand
-- roles: app
-- extensions: pgcrypto
-- from
CREATE EXTENSION pgcrypto;
-- to
CREATE EXTENSION pgcrypto;
REVOKE EXECUTE ON FUNCTION crypt(text, text) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION crypt(text, text) TO app;
-- shape: forbid drop extension
