-- title: text turns into types that only an explicit cast reaches
-- from
CREATE TABLE t (id int PRIMARY KEY, n text, d text, u text, b text, j text, a text);
-- seed
INSERT INTO t VALUES (1, '42', '2020-02-29', '6b8c1f0e-8f6f-4a0e-9f3a-0a3f1d0f9c11', 'true', '{"a": 1}', '{1,2}');
-- to
CREATE TABLE t (id int PRIMARY KEY, n int, d date, u uuid, b boolean, j jsonb, a int[]);
-- seed
INSERT INTO t VALUES (1, 42, '2020-02-29', '6b8c1f0e-8f6f-4a0e-9f3a-0a3f1d0f9c11', true, '{"a": 1}', '{1,2}');
-- shape: require alter table column; forbid drop table column, drop table
-- shape back: require alter table column; forbid drop table column, drop table
