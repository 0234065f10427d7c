-- title: a domain over a domain over an array, each with checks
-- from
CREATE DOMAIN names AS text[] CONSTRAINT names_some CHECK (cardinality(VALUE) > 0);
CREATE DOMAIN short_names AS names CONSTRAINT short CHECK (cardinality(VALUE) < 10);
CREATE TABLE t (n short_names);
-- seed
INSERT INTO t VALUES ('{a,b}');
-- to
CREATE DOMAIN names AS text[] CONSTRAINT names_some CHECK (cardinality(VALUE) > 1);
CREATE DOMAIN short_names AS names CONSTRAINT short CHECK (cardinality(VALUE) < 5) NOT NULL;
CREATE TABLE t (n short_names);
-- seed
INSERT INTO t VALUES ('{a,b}');
-- shape: forbid drop type, drop table column
