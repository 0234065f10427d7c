-- title: an enum used in arrays with defaults loses a label
-- from
CREATE TYPE e AS ENUM ('a', 'b', 'c');
CREATE TABLE t (x e[] NOT NULL DEFAULT ARRAY['a', 'c']::e[], y e[][]);
CREATE INDEX t_x ON t USING gin (x);
-- seed
INSERT INTO t VALUES ('{a}', '{{a,c},{c,a}}'), (DEFAULT, NULL);
-- to
CREATE TYPE e AS ENUM ('c', 'a');
CREATE TABLE t (x e[] NOT NULL DEFAULT ARRAY['a', 'c']::e[], y e[][]);
CREATE INDEX t_x ON t USING gin (x);
-- seed
INSERT INTO t VALUES ('{a}', '{{a,c},{c,a}}');
-- shape: forbid drop table column
