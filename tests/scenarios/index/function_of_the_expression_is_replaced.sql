-- title: an index expression's function changes its result type
-- from
CREATE FUNCTION key_of(a text) RETURNS text LANGUAGE sql IMMUTABLE AS 'SELECT lower($1)';
CREATE TABLE t (a text);
CREATE INDEX t_key ON t (key_of(a));
-- seed
INSERT INTO t VALUES ('A');
-- to
CREATE FUNCTION key_of(a text) RETURNS int LANGUAGE sql IMMUTABLE AS 'SELECT length($1)';
CREATE TABLE t (a text);
CREATE INDEX t_key ON t (key_of(a));
-- seed
INSERT INTO t VALUES ('A');
