-- title: the public schema gets a comment of its own
-- from
-- to
COMMENT ON SCHEMA public IS 'ours';
