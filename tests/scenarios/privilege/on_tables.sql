-- title: grants on tables come, change and go
-- roles: app, auditor
-- from
CREATE TABLE t (a int);
CREATE TABLE u (a int);
GRANT SELECT, INSERT ON t TO app;
GRANT ALL ON u TO app;
GRANT SELECT ON t TO PUBLIC;
-- to
CREATE TABLE t (a int);
CREATE TABLE u (a int);
GRANT SELECT, UPDATE, DELETE, TRUNCATE, REFERENCES, TRIGGER ON t TO app;
GRANT SELECT ON t TO auditor;
GRANT INSERT ON u TO PUBLIC;
-- shape: forbid drop table
-- shape back: forbid drop table
