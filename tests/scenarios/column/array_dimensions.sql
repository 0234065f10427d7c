-- title: written array sizes are not kept, so nothing changes
-- from
CREATE TABLE t (a int[], b text[3], c int ARRAY);
-- to
CREATE TABLE t (a int[4], b text[], c int ARRAY[5]);
-- shape: forbid alter table column, drop table column, alter table
