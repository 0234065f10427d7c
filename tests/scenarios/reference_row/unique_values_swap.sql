-- title: two rows exchange values of a unique column
-- from
CREATE TABLE t (id int PRIMARY KEY, position int UNIQUE);
INSERT INTO t VALUES (1, 1), (2, 2), (3, 3);
-- to
CREATE TABLE t (id int PRIMARY KEY, position int UNIQUE);
INSERT INTO t VALUES (1, 2), (2, 3), (3, 1);
