-- title: comments on a domain and on its checks
-- from
CREATE DOMAIN d AS int CONSTRAINT d_pos CHECK (VALUE > 0);
COMMENT ON DOMAIN d IS 'a number';
-- to
CREATE DOMAIN d AS int CONSTRAINT d_pos CHECK (VALUE > 0);
COMMENT ON DOMAIN d IS 'a positive number';
COMMENT ON CONSTRAINT d_pos ON DOMAIN d IS 'it''s more than 0';
-- shape: forbid drop type, drop domain constraint
