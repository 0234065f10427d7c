-- title: nothing in public for everyone
-- from
CREATE TABLE t (a int);
-- to
REVOKE ALL ON SCHEMA public FROM PUBLIC;
CREATE TABLE t (a int);
