-- title: backslashes and what looks like placeholders in a body
-- from
CREATE FUNCTION f() RETURNS text LANGUAGE sql AS $$ SELECT 'a\b' $$;
-- to
CREATE FUNCTION f() RETURNS text LANGUAGE sql AS $$ SELECT 'a\b\\' || E'\n\'' || '${flyway:defaultSchema} ${x} %s %% {0}' $$;
CREATE FUNCTION g(a text DEFAULT '${secret}') RETURNS text LANGUAGE plpgsql AS $$
-- ${comment} /* not closed
DECLARE "${name}" text := '\';
BEGIN
  RETURN "${name}" || a;
END $$;
COMMENT ON FUNCTION f() IS 'replaces ${x} by \1';
