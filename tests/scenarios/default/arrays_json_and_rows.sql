-- title: arrays, json, ranges and composites
-- from
CREATE TYPE pair AS (a int, b text);
CREATE TABLE t (id int, a int[] DEFAULT '{}', j jsonb DEFAULT '{}', r int4range DEFAULT '[1,10)');
-- to
CREATE TYPE pair AS (a int, b text);
CREATE TABLE t (id int, a int[] DEFAULT ARRAY[1, 2], j jsonb NOT NULL DEFAULT jsonb_build_object('k', '[]'::jsonb), r int4range DEFAULT int4range(1, 10, '[]'), p pair DEFAULT ROW(1, 'it''s'), ps pair[] DEFAULT ARRAY[ROW(1, 'x')::pair]);
-- shape: require alter default value; forbid drop table
-- refused back: deletes_data
