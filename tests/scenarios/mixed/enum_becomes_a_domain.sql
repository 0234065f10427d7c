-- title: an enum becomes a domain of its name under a column, array and function
-- from
CREATE TYPE status AS ENUM ('a', 'b');
CREATE TABLE t (s status NOT NULL DEFAULT 'a', ss status[]);
CREATE INDEX t_s ON t (s);
CREATE FUNCTION f(status) RETURNS status LANGUAGE sql AS $$ SELECT $1 $$;
COMMENT ON TYPE status IS 'the status';
-- seed
INSERT INTO t VALUES ('b', '{a}');
-- to
CREATE DOMAIN status AS text CONSTRAINT status_check CHECK (VALUE = 'a' OR VALUE = 'b');
CREATE TABLE t (s status NOT NULL DEFAULT 'a', ss status[]);
CREATE INDEX t_s ON t (s);
CREATE FUNCTION f(status) RETURNS status LANGUAGE sql AS $$ SELECT $1 $$;
COMMENT ON DOMAIN status IS 'the status';
-- seed
INSERT INTO t VALUES ('b', '{a}');
-- shape: forbid drop table, drop table column
