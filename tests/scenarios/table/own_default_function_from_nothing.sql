-- title: a table and the function of its default are both new, and need each other
-- from
-- to
CREATE TABLE t (id int PRIMARY KEY);
CREATE FUNCTION next_id() RETURNS int BEGIN ATOMIC SELECT coalesce(max(id), 0) + 1 FROM t; END;
ALTER TABLE t ALTER id SET DEFAULT next_id();
CREATE FUNCTION next_text() RETURNS int LANGUAGE plpgsql AS $$ BEGIN RETURN (SELECT coalesce(max(id), 0) + 1 FROM u); END $$;
CREATE TABLE u (id int PRIMARY KEY DEFAULT next_text());
-- seed
INSERT INTO t DEFAULT VALUES;
INSERT INTO u DEFAULT VALUES;
-- refused back: deletes_data
