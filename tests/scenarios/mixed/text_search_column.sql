-- title: a generated search column with its index and helper functions
-- from
CREATE TABLE doc (id int PRIMARY KEY, title text, tags text[]);
CREATE INDEX doc_title ON doc USING gin (to_tsvector('english'::regconfig, title));
-- seed
INSERT INTO doc VALUES (1, 'The cat', '{a,b}');
-- to
CREATE TABLE doc (id int PRIMARY KEY, title text, tags text[]);
CREATE FUNCTION tags_text(text[]) RETURNS text LANGUAGE sql IMMUTABLE AS $$ SELECT array_to_string($1, ' ') $$;
ALTER TABLE doc ADD COLUMN fts tsvector GENERATED ALWAYS AS
  (setweight(to_tsvector('english', coalesce(title, '')), 'A') || to_tsvector('simple', tags_text(tags))) STORED;
CREATE INDEX doc_fts ON doc USING gin (fts) WITH (fastupdate=off);
CREATE FUNCTION search(q text) RETURNS SETOF doc LANGUAGE sql STABLE AS
$$ SELECT * FROM doc WHERE fts @@ websearch_to_tsquery('english', q) ORDER BY ts_rank(fts, websearch_to_tsquery('english', q)) DESC $$;
-- seed
INSERT INTO doc VALUES (1, 'The cat', '{a,b}');
-- shape: forbid drop table
