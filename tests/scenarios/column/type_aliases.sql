-- title: the same types under other spellings are no difference
-- from
CREATE TABLE t (a integer, b character varying(5), c decimal(5, 2), d timestamp with time zone, e boolean, f float8, g character(1), h bigint, i time without time zone, j float(24));
-- to
CREATE TABLE t (a int4, b varchar(5), c numeric(5, 2), d timestamptz, e bool, f double precision, g char, h int8, i time, j real);
-- shape: forbid alter table column, drop table column, alter table
