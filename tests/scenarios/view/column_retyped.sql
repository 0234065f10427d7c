-- title: a view's column gets another type, another length, another collation
-- from
CREATE TABLE t (a int, b text);
CREATE VIEW v AS SELECT a, b::varchar(10) AS b, b AS c FROM t;
CREATE VIEW above AS SELECT a + 1 AS a FROM v;
-- to
CREATE TABLE t (a int, b text);
CREATE VIEW v AS SELECT a::bigint AS a, b::varchar(20) AS b, b COLLATE "C" AS c FROM t;
CREATE VIEW above AS SELECT a + 1 AS a FROM v;
