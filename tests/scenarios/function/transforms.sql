-- title: a function uses a transform of its language
-- from
CREATE TRANSFORM FOR int LANGUAGE sql
  (FROM SQL WITH FUNCTION prsd_lextype(internal), TO SQL WITH FUNCTION int4recv(internal));
CREATE FUNCTION a(int) RETURNS int LANGUAGE sql TRANSFORM FOR TYPE int AS $$ SELECT $1 $$;
CREATE FUNCTION b(int) RETURNS int LANGUAGE sql AS $$ SELECT $1 $$;
CREATE PROCEDURE p(int) LANGUAGE sql AS $$ SELECT $1 $$;
-- to
CREATE TRANSFORM FOR int LANGUAGE sql
  (FROM SQL WITH FUNCTION prsd_lextype(internal), TO SQL WITH FUNCTION int4recv(internal));
CREATE FUNCTION a(int) RETURNS int LANGUAGE sql AS $$ SELECT $1 $$;
CREATE FUNCTION b(int) RETURNS int LANGUAGE sql TRANSFORM FOR TYPE int AS $$ SELECT $1 $$;
CREATE PROCEDURE p(int) LANGUAGE sql TRANSFORM FOR TYPE int AS $$ SELECT $1 $$;
-- shape: forbid drop function, drop procedure
-- shape back: forbid drop function, drop procedure
