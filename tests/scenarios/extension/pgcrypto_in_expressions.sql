-- title: functions of an extension in a default, a check, a generated column, a function
-- extensions: pgcrypto
-- from
CREATE TABLE secret (id int PRIMARY KEY, body text NOT NULL);
-- seed
INSERT INTO secret VALUES (1, 'x');
-- to
CREATE EXTENSION pgcrypto;
CREATE FUNCTION fingerprint(t text) RETURNS bytea LANGUAGE sql IMMUTABLE AS $$ SELECT public.digest(t, 'sha256') $$;
CREATE TABLE secret (
    id int PRIMARY KEY,
    body text NOT NULL,
    salt text NOT NULL DEFAULT gen_salt('bf'),
    print bytea GENERATED ALWAYS AS (digest(body, 'sha1')) STORED,
    CHECK (length(digest(body, 'md5')) = 16)
);
CREATE INDEX secret_print ON secret (fingerprint(body));
-- seed
INSERT INTO secret (id, body) VALUES (1, 'x');
-- shape: require create extension; forbid drop table
-- refused back: deletes_data
