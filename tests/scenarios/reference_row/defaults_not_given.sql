-- title: columns that the INSERT leaves to their defaults
-- from
CREATE TABLE t (id int PRIMARY KEY, a text, made timestamptz DEFAULT now(), token uuid DEFAULT gen_random_uuid(), hits int DEFAULT 0);
INSERT INTO t (id, a) VALUES (1, 'one');
-- seed
UPDATE t SET hits = 42 WHERE id = 1;
-- to
CREATE TABLE t (id int PRIMARY KEY, a text, made timestamptz DEFAULT now(), token uuid DEFAULT gen_random_uuid(), hits int DEFAULT 0);
INSERT INTO t (id, a) VALUES (1, 'first'), (2, 'second');
-- seed
UPDATE t SET hits = 42 WHERE id = 1;
-- refused: deletes_data
