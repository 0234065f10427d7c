-- title: assignment casts, explicit casts and casts through text
-- from
CREATE TABLE t (a int, b boolean, c json, d varchar(10)[], e cidr, f bigint, g jsonb, h name);
-- seed
INSERT INTO t VALUES (1, true, '{"a":1}', '{x,y}', '10.0.0.0/8', 5, '7', 'n');
-- to
CREATE TABLE t (a boolean, b int, c jsonb, d text[], e inet, f oid, g numeric, h text);
-- seed
INSERT INTO t VALUES (true, 1, '{"a":1}', '{x,y}', '10.0.0.0/8', 5, 7, 'n');
-- shape: require alter table column; forbid drop table
