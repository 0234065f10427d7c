-- title: procedures of one name, with comments and grants
-- roles: app
-- from
CREATE PROCEDURE p(int) LANGUAGE sql AS $$ SELECT 1 $$;
CREATE PROCEDURE p(text) LANGUAGE sql AS $$ SELECT 1 $$;
COMMENT ON PROCEDURE p(int) IS 'of int';
-- to
CREATE PROCEDURE p(int) LANGUAGE sql AS $$ SELECT 1 $$;
CREATE PROCEDURE p(date) LANGUAGE sql AS $$ SELECT 1 $$;
COMMENT ON PROCEDURE p(date) IS 'of "date"';
REVOKE ALL ON PROCEDURE p(int) FROM PUBLIC;
GRANT EXECUTE ON PROCEDURE p(int) TO app;
