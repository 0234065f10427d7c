-- title: fixed and varying bit strings
-- from
CREATE TABLE t (a bit(4), b bit varying(8), c bit varying);
-- seed
INSERT INTO t VALUES (B'1010', B'11', B'1');
-- to
CREATE TABLE t (a bit varying(4), b bit varying(16), c bit varying(3));
-- seed
INSERT INTO t VALUES (B'1010', B'11', B'1');
-- shape: require alter table column; forbid drop table column, drop table
