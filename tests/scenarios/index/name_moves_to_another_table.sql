-- title: an index of the same name on another table
-- from
CREATE TABLE t (a int);
CREATE TABLE u (a int);
CREATE INDEX the_index ON t (a);
-- to
CREATE TABLE t (a int);
CREATE TABLE u (a int);
CREATE INDEX the_index ON u (a);
