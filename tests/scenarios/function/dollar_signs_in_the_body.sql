-- title: bodies that hold every sort of dollar quote
-- from
CREATE FUNCTION f() RETURNS text LANGUAGE sql AS 'SELECT $$x$$::text';
-- to
CREATE FUNCTION f() RETURNS text LANGUAGE sql AS 'SELECT $$y$$::text || $do$z$do$ || $body$;$body$ || $function$a$function$';
CREATE FUNCTION g() RETURNS text LANGUAGE plpgsql AS
$outer$
BEGIN
  EXECUTE $$ SELECT $migration$ it's; -- ' $migration$ $$;
  RETURN '$do$' || '$sd$' || '$_$' || '$$';
END
$outer$;
-- shape: forbid drop function
