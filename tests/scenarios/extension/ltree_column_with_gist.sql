-- title: a tree of labels: column, check, index, and the extension goes when they go
-- extensions: ltree
-- from
CREATE EXTENSION ltree;
CREATE TABLE node (id int PRIMARY KEY, path ltree NOT NULL CHECK (nlevel(path) < 10));
CREATE INDEX node_path ON node USING gist (path);
CREATE FUNCTION depth(n node) RETURNS int LANGUAGE sql IMMUTABLE AS $$ SELECT nlevel(n.path) $$;
-- seed
INSERT INTO node VALUES (1, 'a.b');
-- to
CREATE TABLE node (id int PRIMARY KEY, path text NOT NULL);
-- seed
INSERT INTO node VALUES (1, 'a.b');
-- shape: require drop extension; forbid drop table
