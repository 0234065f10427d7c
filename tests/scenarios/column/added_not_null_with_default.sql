-- title: a NOT NULL column with a constant default joins rows
-- from
CREATE TABLE t (id int PRIMARY KEY);
-- seed
INSERT INTO t VALUES (1), (2);
-- to
CREATE TABLE t (id int PRIMARY KEY, state text NOT NULL DEFAULT 'new' CHECK (state <> ''), at timestamptz NOT NULL DEFAULT now(), token uuid NOT NULL DEFAULT gen_random_uuid());
-- seed
INSERT INTO t VALUES (1), (2);
-- shape: require create table column; forbid drop table
-- refused back: deletes_data
-- later: INSERT INTO t VALUES (3, 'later');
