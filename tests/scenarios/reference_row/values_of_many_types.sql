-- title: values of every common type
-- from
CREATE TABLE t (
  id int PRIMARY KEY, j json, jb jsonb, arr text[], arr2 int[][], by bytea, num numeric, f float8, tz timestamptz,
  ts timestamp, d date, iv interval, u uuid, ip inet, bits bit(3), r int4range, p point, m money, x xml
);
INSERT INTO t VALUES (1, '{"a": 1}', '{"a": 1}', '{a}', '{{1,2},{3,4}}', '\x00ff', 1.50, 0.1, '2024-01-01 00:00+02',
  '2024-01-01', '2024-02-29', '1 mon 2 days', '00000000-0000-0000-0000-000000000001', '10.0.0.1/8', '101', '[1,5)',
  '(1,2)', 5, '<a/>');
INSERT INTO t (id) VALUES (2);
-- to
CREATE TABLE t (
  id int PRIMARY KEY, j json, jb jsonb, arr text[], arr2 int[][], by bytea, num numeric, f float8, tz timestamptz,
  ts timestamp, d date, iv interval, u uuid, ip inet, bits bit(3), r int4range, p point, m money, x xml
);
INSERT INTO t VALUES (1, '{"a":  2, "a": "it''s"}', '{"b": [1, null]}', ARRAY['a,b', 'c"d', NULL, 'NULL', '', '\'],
  '{{1,2},{3,NULL}}', '\x27005c', 1.500, 'NaN', '2024-01-01 00:00+00', '-infinity', '0044-03-15 BC', '1 year 2 mons -3 days',
  '00000000-0000-0000-0000-000000000002', '::1', '111', '(,7)', '(1.5,-2)', 6, '<a>&amp;</a>');
INSERT INTO t (id, num, f) VALUES (2, 123456789012345678901234567890.123456789, 1e-300);
-- refused: deletes_data
