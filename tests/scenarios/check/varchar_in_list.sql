-- title: an IN list over a varchar, whose print changes once when it is loaded again
-- from
CREATE TABLE t (id int PRIMARY KEY, s varchar(20) CONSTRAINT known CHECK (s IN ('open', 'closed')));
-- seed
INSERT INTO t VALUES (1, 'open');
-- to
CREATE TABLE t (id int PRIMARY KEY, s varchar(20) CONSTRAINT known CHECK (s IN ('open', 'closed', 'it''s')), CONSTRAINT unknown CHECK (s NOT IN ('lost', 'found')));
-- seed
INSERT INTO t VALUES (1, 'open');
-- shape: require create table constraint; forbid drop table, drop table column
