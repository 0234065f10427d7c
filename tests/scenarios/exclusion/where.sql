-- title: the predicate of an exclusion constraint comes, changes and goes
-- from
CREATE TABLE t (r int4range, state varchar(10), CONSTRAINT one EXCLUDE USING gist (r WITH &&), CONSTRAINT two EXCLUDE USING gist (r WITH &&) WHERE (state = 'live'), CONSTRAINT three EXCLUDE USING gist (r WITH &&) WHERE (state IN ('a', 'b')));
-- seed
INSERT INTO t VALUES ('[1,5)', 'live');
-- to
CREATE TABLE t (r int4range, state varchar(10), CONSTRAINT one EXCLUDE USING gist (r WITH &&) WHERE (NOT isempty(r)), CONSTRAINT two EXCLUDE USING gist (r WITH &&) WHERE (state IN ('live', 'it''s')), CONSTRAINT three EXCLUDE USING gist (r WITH &&));
-- seed
INSERT INTO t VALUES ('[1,5)', 'live');
-- shape: require drop table constraint, create table constraint; forbid drop table, drop table column
