-- title: an index moves to another tablespace
-- from
CREATE TABLE t (a int);
CREATE INDEX t_a ON t (a);
-- to
CREATE TABLE t (a int);
CREATE INDEX t_a ON t (a) TABLESPACE sc_fast;
-- shape: require alter index; forbid drop index
-- shape back: require alter index; forbid drop index
