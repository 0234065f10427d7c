-- title: text becomes citext, with the extension
-- extensions: citext
-- from
CREATE TABLE users (id int PRIMARY KEY, email text NOT NULL UNIQUE);
CREATE VIEW emails AS SELECT email FROM users;
-- seed
INSERT INTO users VALUES (1, 'A@example.org'), (2, 'b@example.org');
-- to
CREATE EXTENSION citext;
CREATE TABLE users (id int PRIMARY KEY, email citext NOT NULL UNIQUE);
CREATE VIEW emails AS SELECT email FROM users;
-- seed
INSERT INTO users VALUES (1, 'A@example.org'), (2, 'b@example.org');
-- shape: require create extension, alter table column; forbid drop table column, drop table
-- shape back: require drop extension, alter table column; forbid drop table column, drop table
