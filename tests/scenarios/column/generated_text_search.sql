-- title: a text search vector is added with its index
-- from
CREATE TABLE doc (id int PRIMARY KEY, title text, body text);
-- seed
INSERT INTO doc VALUES (1, 'a title', 'a body');
-- to
CREATE TABLE doc (id int PRIMARY KEY, title text, body text,
    words tsvector GENERATED ALWAYS AS (setweight(to_tsvector('english', coalesce(title, '')), 'A') || to_tsvector('english'::regconfig, coalesce(body, ''))) STORED);
CREATE INDEX doc_words ON doc USING gin (words);
-- seed
INSERT INTO doc VALUES (1, 'a title', 'a body');
-- shape: require create table column, create index; forbid drop table
-- later: INSERT INTO doc VALUES (2, 'later', 'later');
