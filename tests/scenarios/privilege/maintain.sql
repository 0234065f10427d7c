-- title: the right to maintain a table
-- pg: >=17
-- roles: app
-- from
CREATE TABLE t (a int);
CREATE TABLE u (a int);
GRANT ALL ON u TO app;
-- to
CREATE TABLE t (a int);
CREATE TABLE u (a int);
GRANT MAINTAIN ON t TO app;
GRANT ALL ON u TO app;
REVOKE MAINTAIN ON u FROM app;
