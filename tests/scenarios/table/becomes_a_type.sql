-- title: a table gives its name to an enum and a composite type
-- from
CREATE TABLE colour (id int);
CREATE TABLE point2 (x int, y int);
-- to
CREATE TYPE colour AS ENUM ('red', 'green');
CREATE TYPE point2 AS (x int, y int);
CREATE TABLE t (c colour DEFAULT 'red', p point2);
-- refused: deletes_data
-- refused back: deletes_data
