-- title: a check that old rows need not meet, and one that becomes valid
-- from
CREATE TABLE t (a int, b int);
ALTER TABLE t ADD CONSTRAINT b_check CHECK (b > 0) NOT VALID;
-- seed
INSERT INTO t VALUES (-1, 1);
-- to
CREATE TABLE t (a int, b int, CONSTRAINT b_check CHECK (b > 0));
ALTER TABLE t ADD CONSTRAINT a_check CHECK (a > 0) NOT VALID;
-- seed
INSERT INTO t VALUES (1, 1);
-- shape: require create table constraint; forbid drop table, drop table column
