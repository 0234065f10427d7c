-- title: expressions, operator classes, collations and orders in an exclusion constraint
-- from
CREATE TABLE t (a int, b int, s text, CONSTRAINT one EXCLUDE USING gist (int4range(a, b) WITH &&), CONSTRAINT two EXCLUDE USING btree (s WITH =));
-- seed
INSERT INTO t VALUES (1, 5, 'x');
-- to
CREATE TABLE t (a int, b int, s text, CONSTRAINT one EXCLUDE USING gist (int4range(a, b, '[]') range_ops WITH &&), CONSTRAINT two EXCLUDE USING btree (lower(s) COLLATE "C" text_pattern_ops DESC NULLS LAST WITH =, a WITH =));
-- seed
INSERT INTO t VALUES (1, 5, 'x');
-- shape: require drop table constraint, create table constraint; forbid drop table, drop table column
