-- title: grant options are given and taken
-- roles: app, auditor
-- from
CREATE TABLE t (a int);
GRANT SELECT ON t TO app WITH GRANT OPTION;
GRANT SELECT, INSERT ON t TO auditor;
-- to
CREATE TABLE t (a int);
GRANT SELECT ON t TO app;
GRANT SELECT ON t TO auditor WITH GRANT OPTION;
GRANT INSERT ON t TO auditor;
-- shape: forbid drop table
-- shape back: forbid drop table
