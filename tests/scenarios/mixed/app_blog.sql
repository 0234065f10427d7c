-- title: a blog becomes one for many tenants
-- roles: app
-- extensions: citext
-- from
CREATE TABLE author (id int GENERATED ALWAYS AS IDENTITY PRIMARY KEY, login text UNIQUE NOT NULL);
CREATE TABLE post (
  id int GENERATED ALWAYS AS IDENTITY PRIMARY KEY, author_id int REFERENCES author, title varchar(80), body text,
  tags text, published boolean DEFAULT false, created timestamptz DEFAULT now()
);
CREATE TABLE comment (id serial, post_id int REFERENCES post ON DELETE CASCADE, body text, parent int);
ALTER TABLE comment ADD PRIMARY KEY (id);
ALTER TABLE comment ADD FOREIGN KEY (parent) REFERENCES comment;
CREATE VIEW recent AS SELECT p.*, a.login FROM post p JOIN author a ON a.id = p.author_id WHERE p.published;
CREATE FUNCTION posts_of(who text) RETURNS SETOF post LANGUAGE sql STABLE AS
$$ SELECT p.* FROM post p JOIN author a ON a.id = p.author_id WHERE a.login = who $$;
CREATE FUNCTION comment_count(post) RETURNS bigint LANGUAGE sql STABLE AS $$ SELECT count(*) FROM comment WHERE post_id = $1.id $$;
CREATE VIEW popular AS SELECT id, comment_count(post.*) AS n FROM post;
-- seed
INSERT INTO author (login) VALUES ('ann');
INSERT INTO post (author_id, title, tags) VALUES (1, 'Hello', 'a,b');
INSERT INTO comment (post_id, body) VALUES (1, 'first');
-- to
CREATE EXTENSION citext;
CREATE TYPE post_state AS ENUM ('draft', 'published', 'hidden');
CREATE TABLE tenant (id int PRIMARY KEY, name citext UNIQUE NOT NULL);
INSERT INTO tenant VALUES (0, 'default');
CREATE FUNCTION current_tenant() RETURNS int LANGUAGE sql STABLE AS
$$ SELECT coalesce(nullif(current_setting('blog.tenant', true), '')::int, 0) $$;
CREATE TABLE author (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, login citext NOT NULL,
  tenant_id int NOT NULL DEFAULT 0 REFERENCES tenant, UNIQUE (tenant_id, login)
);
CREATE TABLE post (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, author_id bigint REFERENCES author, title varchar(200), body text,
  state post_state NOT NULL DEFAULT 'draft', created timestamptz NOT NULL DEFAULT now(),
  tenant_id int NOT NULL DEFAULT current_tenant() REFERENCES tenant
);
CREATE INDEX post_live ON post (tenant_id, created DESC) WHERE state = 'published';
CREATE TABLE comment (id serial, post_id bigint REFERENCES post ON DELETE CASCADE, body text, parent int);
ALTER TABLE comment ADD PRIMARY KEY (id);
ALTER TABLE comment ADD FOREIGN KEY (parent) REFERENCES comment ON DELETE SET NULL;
CREATE TABLE tag (post_id bigint REFERENCES post ON DELETE CASCADE, tag text, PRIMARY KEY (post_id, tag));
CREATE VIEW recent AS SELECT p.*, a.login FROM post p JOIN author a ON a.id = p.author_id WHERE p.state = 'published';
CREATE FUNCTION posts_of(who citext, lim int DEFAULT 10) RETURNS SETOF post LANGUAGE sql STABLE AS
$$ SELECT p.* FROM post p JOIN author a ON a.id = p.author_id WHERE a.login = who LIMIT lim $$;
CREATE FUNCTION comment_count(post) RETURNS bigint LANGUAGE sql STABLE AS $$ SELECT count(*) FROM comment WHERE post_id = $1.id $$;
CREATE VIEW popular AS SELECT id, comment_count(post.*) AS n FROM post ORDER BY 2 DESC;
ALTER TABLE post ENABLE ROW LEVEL SECURITY;
ALTER TABLE author ENABLE ROW LEVEL SECURITY;
CREATE POLICY tenant ON post USING (tenant_id = current_tenant());
CREATE POLICY tenant ON author TO app USING (tenant_id = current_tenant()) WITH CHECK (tenant_id = current_tenant());
GRANT SELECT ON recent, popular TO app;
-- seed
INSERT INTO author (login) VALUES ('ann');
INSERT INTO post (author_id, title) VALUES (1, 'Hello');
INSERT INTO comment (post_id, body) VALUES (1, 'first');
-- shape: forbid drop table
-- refused: deletes_data
