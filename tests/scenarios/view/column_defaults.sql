-- title: defaults of a view's columns
-- from
CREATE TABLE t (a int, b text, c date);
CREATE VIEW v AS SELECT a, b, c FROM t;
ALTER VIEW v ALTER COLUMN a SET DEFAULT 1;
ALTER VIEW v ALTER COLUMN b SET DEFAULT 'x';
-- to
CREATE TABLE t (a int, b text, c date);
CREATE VIEW v AS SELECT a, b, c FROM t;
ALTER VIEW v ALTER COLUMN b SET DEFAULT 'y';
ALTER VIEW v ALTER COLUMN c SET DEFAULT current_date;
-- shape: forbid drop view
-- shape back: forbid drop view
