-- title: grants on columns beside and under grants on the table
-- roles: app, auditor
-- from
CREATE TABLE t (a int, "b c" text, d int);
GRANT SELECT (a), UPDATE (a, "b c") ON t TO app;
GRANT SELECT ON t TO auditor;
GRANT INSERT (d) ON t TO auditor WITH GRANT OPTION;
-- to
CREATE TABLE t (a int, "b c" text, d int);
GRANT SELECT (a, "b c") ON t TO app;
GRANT REFERENCES (a) ON t TO PUBLIC;
GRANT SELECT (a) ON t TO auditor;
GRANT INSERT (d) ON t TO auditor;
-- shape: forbid drop table, drop table column
-- shape back: forbid drop table, drop table column
