-- title: a column's enum becomes text and a table takes the enum's name
-- from
CREATE TYPE status AS ENUM ('open', 'closed');
CREATE TABLE task (id int PRIMARY KEY, s status NOT NULL DEFAULT 'open');
-- seed
INSERT INTO task VALUES (1, 'closed');
-- to
CREATE TABLE status (name text PRIMARY KEY);
CREATE TABLE task (id int PRIMARY KEY, s text NOT NULL DEFAULT 'open');
-- seed
INSERT INTO task VALUES (1, 'closed');
-- shape: require drop type, create table, alter table column; forbid drop table column
-- refused back: deletes_data
