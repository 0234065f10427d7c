-- title: new objects of another owner in a schema of his
-- roles: keeper, Odd Owner
-- from
-- to
CREATE SCHEMA data AUTHORIZATION keeper;
CREATE TABLE data.t (id serial PRIMARY KEY, a text);
ALTER TABLE data.t OWNER TO keeper;
CREATE VIEW data.v AS SELECT a FROM data.t;
ALTER VIEW data.v OWNER TO "Odd Owner";
GRANT SELECT ON data.v TO PUBLIC;
CREATE FUNCTION data.f() RETURNS int LANGUAGE sql SECURITY DEFINER AS $$ SELECT 1 $$;
ALTER FUNCTION data.f() OWNER TO keeper;
-- refused: deletes_data
