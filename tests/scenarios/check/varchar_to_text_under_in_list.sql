-- title: a varchar becomes text under an IN list, a NOT IN list and a pattern
-- from
CREATE TABLE t (id int PRIMARY KEY, s varchar(20) CONSTRAINT known CHECK (s IN ('a', 'b')) CONSTRAINT other CHECK (s NOT IN ('x')) CONSTRAINT pattern CHECK (s ~ '^[a-z]+\.?$'));
CREATE VIEW v AS SELECT id FROM t WHERE s IN ('a', 'b');
-- seed
INSERT INTO t VALUES (1, 'a');
-- to
CREATE TABLE t (id int PRIMARY KEY, s text CONSTRAINT known CHECK (s IN ('a', 'b')) CONSTRAINT other CHECK (s NOT IN ('x')) CONSTRAINT pattern CHECK (s ~ '^[a-z]+\.?$'));
CREATE VIEW v AS SELECT id FROM t WHERE s IN ('a', 'b');
-- seed
INSERT INTO t VALUES (1, 'a');
-- shape: require alter table column; forbid drop table, drop table column
