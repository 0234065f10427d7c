-- title: comments on constraints of every sort
-- from
CREATE TABLE p (id int CONSTRAINT p_pkey PRIMARY KEY, a int CONSTRAINT p_a_key UNIQUE);
CREATE TABLE t (
  id int CONSTRAINT t_fkey REFERENCES p,
  b int CONSTRAINT t_check CHECK (b > 0),
  c point, CONSTRAINT t_excl EXCLUDE USING gist (c WITH ~=)
);
COMMENT ON CONSTRAINT p_pkey ON p IS 'old';
-- to
CREATE TABLE p (id int CONSTRAINT p_pkey PRIMARY KEY, a int CONSTRAINT p_a_key UNIQUE);
CREATE TABLE t (
  id int CONSTRAINT t_fkey REFERENCES p,
  b int CONSTRAINT t_check CHECK (b > 0),
  c point, CONSTRAINT t_excl EXCLUDE USING gist (c WITH ~=)
);
COMMENT ON CONSTRAINT p_pkey ON p IS 'new';
COMMENT ON INDEX p_pkey IS 'on the index behind the key';
COMMENT ON CONSTRAINT p_a_key ON p IS 'new';
COMMENT ON CONSTRAINT t_fkey ON t IS 'new';
COMMENT ON CONSTRAINT t_check ON t IS 'new';
COMMENT ON CONSTRAINT t_excl ON t IS 'new';
-- shape: require create comment; forbid drop table constraint, drop index
