-- title: a text search index changes its configuration and its weights
-- from
CREATE TABLE doc (id int PRIMARY KEY, title text NOT NULL, body text);
CREATE INDEX doc_fts ON doc USING gin (to_tsvector('english', title));
-- seed
INSERT INTO doc VALUES (1, 'The cats', 'ran');
-- to
CREATE TABLE doc (id int PRIMARY KEY, title text NOT NULL, body text);
CREATE INDEX doc_fts ON doc USING gin
  ((setweight(to_tsvector('simple', title), 'A') || setweight(to_tsvector('simple', coalesce(body, '')), 'B')));
