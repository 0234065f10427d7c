-- title: the owner's own rights are taken away
-- from
CREATE TABLE t (a int);
CREATE FUNCTION f() RETURNS int LANGUAGE sql AS $$ SELECT 1 $$;
-- to
CREATE TABLE t (a int);
REVOKE INSERT, UPDATE, DELETE, TRUNCATE ON t FROM CURRENT_USER;
CREATE FUNCTION f() RETURNS int LANGUAGE sql AS $$ SELECT 1 $$;
REVOKE ALL ON FUNCTION f() FROM PUBLIC, CURRENT_USER;
-- shape: forbid drop table, drop function
