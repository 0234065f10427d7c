-- title: a primary key changes from int to text, with all that refers to it
-- from
CREATE TABLE parent (id int PRIMARY KEY, name text);
CREATE TABLE child (id int PRIMARY KEY, p int NOT NULL REFERENCES parent, UNIQUE (p, id));
CREATE VIEW v AS SELECT parent.id, name, count(child.id) AS n FROM parent JOIN child ON p = parent.id GROUP BY parent.id;
-- seed
INSERT INTO parent VALUES (1, 'a');
INSERT INTO child VALUES (1, 1);
-- to
CREATE TABLE parent (id text PRIMARY KEY, name text);
CREATE TABLE child (id int PRIMARY KEY, p text NOT NULL REFERENCES parent, UNIQUE (p, id));
CREATE VIEW v AS SELECT parent.id, name, count(child.id) AS n FROM parent JOIN child ON p = parent.id GROUP BY parent.id;
-- seed
INSERT INTO parent VALUES ('1', 'a');
INSERT INTO child VALUES (1, '1');
-- shape: require alter table column, drop view, create view; forbid drop table, drop table column
