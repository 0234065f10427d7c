-- title: roles whose names need quotes, and one that is called PUBLIC
-- roles: App User, it's, PUBLIC, select
-- from
CREATE TABLE t (a int);
GRANT SELECT ON t TO "App User", PUBLIC;
-- to
CREATE TABLE t (a int);
GRANT SELECT ON t TO "PUBLIC", "it's", "select" WITH GRANT OPTION;
GRANT UPDATE (a) ON t TO "App User";
