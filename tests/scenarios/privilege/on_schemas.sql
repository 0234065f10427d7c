-- title: rights on schemas
-- roles: app, auditor
-- from
CREATE SCHEMA s;
GRANT USAGE ON SCHEMA s TO PUBLIC;
GRANT CREATE ON SCHEMA public TO app;
-- to
CREATE SCHEMA s;
GRANT USAGE, CREATE ON SCHEMA s TO app WITH GRANT OPTION;
GRANT USAGE ON SCHEMA s TO auditor;
-- shape: forbid drop schema
-- shape back: forbid drop schema
