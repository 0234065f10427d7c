-- title: only the collation of a view's column changes
-- from
CREATE TABLE t (a text);
CREATE VIEW v AS SELECT a FROM t;
-- to
CREATE TABLE t (a text);
CREATE VIEW v AS SELECT a COLLATE "C" AS a FROM t;
