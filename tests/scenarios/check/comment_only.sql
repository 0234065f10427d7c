-- title: only the comments of constraints change
-- from
CREATE TABLE t (a int CONSTRAINT a_check CHECK (a > 0), b int CONSTRAINT b_once UNIQUE);
COMMENT ON CONSTRAINT a_check ON t IS 'old';
-- to
CREATE TABLE t (a int CONSTRAINT a_check CHECK (a > 0), b int CONSTRAINT b_once UNIQUE);
COMMENT ON CONSTRAINT a_check ON t IS 'it''s new';
COMMENT ON CONSTRAINT b_once ON t IS 'once';
-- shape: require create comment; forbid drop table constraint, alter table constraint, create table constraint
