-- title: an enum loses a label under a check and a default that name another
-- from
CREATE TYPE colour AS ENUM ('red', 'green', 'blue');
CREATE TABLE t (c colour NOT NULL DEFAULT 'green' CONSTRAINT not_red CHECK (c <> 'red'), cs colour[] CONSTRAINT few CHECK (cardinality(cs) < 3 AND NOT 'red' = ANY (cs)));
CREATE INDEX t_green ON t ((1)) WHERE c = 'green';
-- seed
INSERT INTO t VALUES ('green', '{green}');
-- to
CREATE TYPE colour AS ENUM ('red', 'green');
CREATE TABLE t (c colour NOT NULL DEFAULT 'green' CONSTRAINT not_red CHECK (c <> 'red'), cs colour[] CONSTRAINT few CHECK (cardinality(cs) < 3 AND NOT 'red' = ANY (cs)));
CREATE INDEX t_green ON t ((1)) WHERE c = 'green';
-- seed
INSERT INTO t VALUES ('green', '{green}');
-- shape: forbid drop table, drop table column
