-- title: text becomes an enum, with default, check and partial index on its literals
-- from
CREATE TABLE task (id int PRIMARY KEY, s text NOT NULL DEFAULT 'open', CONSTRAINT known CHECK (s IN ('open', 'closed')));
CREATE INDEX task_open ON task (id) WHERE s = 'open';
-- seed
INSERT INTO task VALUES (1, 'open'), (2, 'closed');
-- to
CREATE TYPE status AS ENUM ('open', 'closed');
CREATE TABLE task (id int PRIMARY KEY, s status NOT NULL DEFAULT 'open');
CREATE INDEX task_open ON task (id) WHERE s = 'open';
-- seed
INSERT INTO task VALUES (1, 'open'), (2, 'closed');
-- shape: require create type, alter table column; forbid drop table column, drop table
-- shape back: require drop type, alter table column; forbid drop table column, drop table
-- later: INSERT INTO task VALUES (3);
-- later back: INSERT INTO task VALUES (3);
