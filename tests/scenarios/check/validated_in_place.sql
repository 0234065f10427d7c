-- title: a check that is not valid yet is validated, not rebuilt
-- from
CREATE TABLE t (a int);
ALTER TABLE t ADD CONSTRAINT a_check CHECK (a > 0) NOT VALID;
COMMENT ON CONSTRAINT a_check ON t IS 'positive';
-- seed
INSERT INTO t VALUES (1);
-- to
CREATE TABLE t (a int, CONSTRAINT a_check CHECK (a > 0));
COMMENT ON CONSTRAINT a_check ON t IS 'positive';
-- seed
INSERT INTO t VALUES (1);
-- shape: require alter table constraint; forbid drop table constraint, drop table
