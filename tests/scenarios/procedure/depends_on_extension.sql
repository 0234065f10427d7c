-- title: a procedure and a materialized view are tied to an extension, one of them changes as well
-- extensions: hstore
-- from
CREATE EXTENSION hstore;
CREATE PROCEDURE p() LANGUAGE plpgsql AS $$ BEGIN END $$;
CREATE PROCEDURE q() LANGUAGE plpgsql AS $$ BEGIN END $$;
ALTER PROCEDURE q() DEPENDS ON EXTENSION hstore;
CREATE MATERIALIZED VIEW m AS SELECT 1 AS a;
-- to
CREATE EXTENSION hstore;
CREATE PROCEDURE p() LANGUAGE plpgsql AS $$ BEGIN END $$;
ALTER PROCEDURE p() DEPENDS ON EXTENSION hstore;
CREATE PROCEDURE q() LANGUAGE plpgsql AS $$ BEGIN NULL; END $$;
ALTER PROCEDURE q() DEPENDS ON EXTENSION hstore;
CREATE MATERIALIZED VIEW m AS SELECT 1 AS a;
ALTER MATERIALIZED VIEW m DEPENDS ON EXTENSION hstore;
-- shape: forbid drop procedure, drop materialized view
-- shape back: forbid drop procedure, drop materialized view
