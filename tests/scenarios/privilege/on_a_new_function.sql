-- title: a function that nobody may call from its first moment
-- roles: app
-- from
-- to
CREATE FUNCTION secret(text) RETURNS text LANGUAGE sql SECURITY DEFINER SET search_path = '' AS $$ SELECT $1 $$;
REVOKE EXECUTE ON FUNCTION secret(text) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION secret(text) TO app;
