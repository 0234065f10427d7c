-- title: a default that the new type cannot cast
-- from
CREATE TABLE t (id int PRIMARY KEY, n text DEFAULT '1', b text DEFAULT 'no', s int DEFAULT 0, f text NOT NULL DEFAULT lower('X'));
-- seed
INSERT INTO t VALUES (1, '5', 'yes', 2, '3');
-- to
CREATE TABLE t (id int PRIMARY KEY, n int DEFAULT 1, b boolean DEFAULT false, s text DEFAULT 'zero', f int NOT NULL DEFAULT 0);
-- seed
INSERT INTO t VALUES (1, 5, true, '2', 3);
-- shape: require alter table column; forbid drop table column, drop table
-- later: INSERT INTO t VALUES (2);
