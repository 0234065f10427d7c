-- title: the same expressions with other spacing, brackets and casts
-- from
CREATE TABLE t (a int CONSTRAINT a_check CHECK (a > 0 AND a < 10), b text CONSTRAINT b_check CHECK (b <> 'x' OR b IS NULL));
-- seed
INSERT INTO t VALUES (1, 'y');
-- to
CREATE TABLE t (a int CONSTRAINT a_check CHECK (((a > 0)) AND
    (a < (10))), b text, CONSTRAINT b_check CHECK ((b <> 'x'::text) or (b is null)));
-- seed
INSERT INTO t VALUES (1, 'y');
-- shape: forbid create table constraint, drop table constraint, alter table constraint
