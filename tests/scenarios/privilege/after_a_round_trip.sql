-- title: rights given and taken back are none
-- roles: app
-- from
CREATE TABLE t (a int);
GRANT SELECT ON t TO app;
REVOKE SELECT ON t FROM app;
GRANT UPDATE (a) ON t TO app;
REVOKE UPDATE (a) ON t FROM app;
-- to
CREATE TABLE t (a int, b int);
