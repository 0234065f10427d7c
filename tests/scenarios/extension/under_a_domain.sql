-- title: a domain over a type of an extension, and its check
-- extensions: citext
-- from
CREATE EXTENSION citext;
CREATE TABLE t (id int PRIMARY KEY, mail citext);
-- seed
INSERT INTO t VALUES (1, 'a@b');
-- to
CREATE EXTENSION citext;
CREATE DOMAIN mail AS citext CHECK (VALUE ~ '@');
CREATE TABLE t (id int PRIMARY KEY, mail mail);
CREATE FUNCTION is_mail(citext) RETURNS boolean LANGUAGE sql STABLE AS $$ SELECT $1 LIKE '%@%' $$;
-- seed
INSERT INTO t VALUES (1, 'a@b');
-- shape: require create type, alter table column; forbid drop extension, drop table, drop table column
