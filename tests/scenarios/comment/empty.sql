-- title: an empty comment is none
-- from
CREATE TABLE t (a int, b int);
COMMENT ON COLUMN t.a IS 'x';
COMMENT ON COLUMN t.b IS 'kept';
-- to
CREATE TABLE t (a int, b int);
COMMENT ON TABLE t IS '';
COMMENT ON COLUMN t.a IS NULL;
COMMENT ON COLUMN t.b IS 'kept';
-- shape: require drop comment; forbid create comment, alter comment
