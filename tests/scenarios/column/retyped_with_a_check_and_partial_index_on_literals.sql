-- title: an enum becomes text under a check and an index that name its labels
-- from
CREATE TYPE colour AS ENUM ('red', 'green');
CREATE TABLE t (id int PRIMARY KEY, c colour NOT NULL, CONSTRAINT not_red CHECK (c <> 'red'));
CREATE INDEX t_green ON t (id) WHERE c = 'green';
CREATE VIEW greens AS SELECT id FROM t WHERE c = 'green';
-- seed
INSERT INTO t VALUES (1, 'green');
-- to
CREATE TABLE t (id int PRIMARY KEY, c text NOT NULL, CONSTRAINT not_red CHECK (c <> 'red'));
CREATE INDEX t_green ON t (id) WHERE c = 'green';
CREATE VIEW greens AS SELECT id FROM t WHERE c = 'green';
-- seed
INSERT INTO t VALUES (1, 'green');
-- shape: require alter table column, drop type; forbid drop table, drop table column
