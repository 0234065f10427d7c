-- title: an index expression's function gets another body
-- from
CREATE FUNCTION key_of(a text) RETURNS text LANGUAGE sql IMMUTABLE AS 'SELECT lower($1)';
CREATE TABLE t (a text);
CREATE INDEX t_key ON t (key_of(a));
-- to
CREATE FUNCTION key_of(a text) RETURNS text LANGUAGE sql IMMUTABLE AS 'SELECT upper($1)';
CREATE TABLE t (a text);
CREATE INDEX t_key ON t (key_of(a));
-- shape: require alter function; forbid drop function
-- shape back: forbid drop function
