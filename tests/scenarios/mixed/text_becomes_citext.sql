-- title: text columns under indexes and views become case-insensitive
-- extensions: citext
-- from
CREATE TABLE users (id int PRIMARY KEY, email text NOT NULL DEFAULT 'x', CONSTRAINT users_email_key UNIQUE (email));
CREATE INDEX users_low ON users (lower(email));
CREATE INDEX users_pat ON users (email text_pattern_ops);
CREATE VIEW v AS SELECT email FROM users WHERE email LIKE '%@%';
-- seed
INSERT INTO users VALUES (1, 'A@b');
-- to
CREATE EXTENSION citext;
CREATE TABLE users (id int PRIMARY KEY, email citext NOT NULL DEFAULT 'x', CONSTRAINT users_email_key UNIQUE (email));
CREATE INDEX users_low ON users (lower(email));
CREATE VIEW v AS SELECT email FROM users WHERE email LIKE '%@%';
-- seed
INSERT INTO users VALUES (1, 'A@b');
-- shape: require create extension, alter table column; forbid drop table column
-- shape back: require drop extension; forbid drop table column
