-- title: a rebuilt enum keeps its comment, owner and grants
-- roles: app, keeper
-- from
CREATE TYPE e AS ENUM ('a', 'b');
COMMENT ON TYPE e IS 'letters';
ALTER TYPE e OWNER TO keeper;
REVOKE USAGE ON TYPE e FROM PUBLIC;
GRANT USAGE ON TYPE e TO app;
-- to
CREATE TYPE e AS ENUM ('b', 'a');
COMMENT ON TYPE e IS 'letters';
ALTER TYPE e OWNER TO keeper;
REVOKE USAGE ON TYPE e FROM PUBLIC;
GRANT USAGE ON TYPE e TO app;
