-- title: functions of any type, and a default of a named type
-- from
CREATE FUNCTION pick(a anyelement, b anyelement) RETURNS anyelement LANGUAGE sql IMMUTABLE AS $$ SELECT a $$;
CREATE VIEW v AS SELECT pick(1, 2) AS i, pick('a'::text, 'b') AS t;
-- to
CREATE FUNCTION pick(a anycompatible, b anycompatible) RETURNS anycompatible LANGUAGE sql IMMUTABLE AS $$ SELECT a $$;
CREATE VIEW v AS SELECT pick(1, 2.5) AS i, pick('a'::text, 'b') AS t;
