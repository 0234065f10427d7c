-- title: a row is known by another key, whose value happens to be the same
-- from
CREATE TABLE t (id int PRIMARY KEY, code text NOT NULL UNIQUE, a text);
INSERT INTO t (id, code, a) VALUES (1, '1', 'x');
-- to
CREATE TABLE t (id int PRIMARY KEY, code text NOT NULL UNIQUE, a text);
INSERT INTO t (id, code, a) VALUES (1, '1', 'x') ON CONFLICT (code) DO NOTHING;
-- shape: forbid drop table, drop reference row
