-- title: an owner takes more of its own privileges away
-- from
CREATE TABLE t (a int);
REVOKE INSERT ON t FROM CURRENT_USER;
-- to
CREATE TABLE t (a int);
REVOKE INSERT, DELETE ON t FROM CURRENT_USER;
-- shape: require alter privilege; forbid drop table
