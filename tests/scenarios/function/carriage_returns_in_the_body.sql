-- title: a body with the line ends of another system, tabs and blanks at the end
-- from
CREATE FUNCTION f() RETURNS int LANGUAGE plpgsql AS E'\nBEGIN\n  RETURN 1;\nEND\n';
-- to
CREATE FUNCTION f() RETURNS int LANGUAGE plpgsql AS E'\r\nBEGIN \r\n\tRETURN 1;\t\r\n\r\nEND\r\n\r';
CREATE FUNCTION g() RETURNS text LANGUAGE sql AS E'SELECT ''\u00A0\u2028\f\v''::text\n\n';
-- shape: forbid drop function
-- shape back: forbid drop table
