-- title: the public schema belongs to a role
-- pg: >=15
-- roles: keeper
-- from
CREATE TABLE t (a int);
-- to
ALTER SCHEMA public OWNER TO keeper;
CREATE TABLE t (a int);
-- shape: forbid drop schema, drop table
