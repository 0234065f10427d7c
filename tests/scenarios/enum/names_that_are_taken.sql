-- title: the other name of a replaced type is taken, or too long
-- from
CREATE SCHEMA app;
CREATE TYPE app.mood AS ENUM ('sad', 'o,k', 'glad');
CREATE TABLE app.mood__old (id int, m app.mood);
CREATE TYPE app.äääääääääääääääääääääääääääääääa AS ENUM ('a', 'b', 'c');
CREATE TYPE app.äääääääääääääääääääääääääääääääb AS ENUM ('a', 'b', 'c');
CREATE TYPE app."Odd "" name" AS ENUM ('a', 'b', 'c');
CREATE TABLE app.t (a app.äääääääääääääääääääääääääääääääa, b app.äääääääääääääääääääääääääääääääb, c app."Odd "" name"[]);
-- seed
INSERT INTO app.t VALUES ('a', 'c', '{a,c}');
INSERT INTO app.mood__old VALUES (1, 'o,k');
-- to
CREATE SCHEMA app;
CREATE TYPE app.mood AS ENUM ('o,k', 'sad', 'glad');
CREATE TABLE app.mood__old (id int, m app.mood);
CREATE TYPE app.äääääääääääääääääääääääääääääääa AS ENUM ('a', 'c');
CREATE TYPE app.äääääääääääääääääääääääääääääääb AS ENUM ('c', 'b', 'a');
CREATE TYPE app."Odd "" name" AS ENUM ('a', 'c');
CREATE TABLE app.t (a app.äääääääääääääääääääääääääääääääa, b app.äääääääääääääääääääääääääääääääb, c app."Odd "" name"[]);
-- shape: forbid drop table, drop table column
