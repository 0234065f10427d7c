-- title: a grantee passes his right on
-- gap: grants of a grantor who is not the owner are not read
-- roles: app, auditor
-- from
CREATE TABLE t (a int);
GRANT SELECT ON t TO app WITH GRANT OPTION;
-- to
CREATE TABLE t (a int);
GRANT SELECT ON t TO app WITH GRANT OPTION;
SET SESSION AUTHORIZATION app;
GRANT SELECT ON public.t TO auditor;
RESET SESSION AUTHORIZATION;
