-- title: a domain with default, not null and checks, used by a table
-- from
-- to
CREATE DOMAIN email AS text COLLATE "C" DEFAULT 'nobody@example.org' NOT NULL
  CONSTRAINT email_at CHECK (VALUE LIKE '%@%') CONSTRAINT email_short CHECK (length(VALUE) < 100);
CREATE DOMAIN plain AS int;
CREATE TABLE t (e email, p plain);
-- seed
INSERT INTO t VALUES ('a@b', 1);
-- refused: deletes_data
