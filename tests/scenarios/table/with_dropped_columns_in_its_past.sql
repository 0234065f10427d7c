-- title: a table that once lost columns, so that its column numbers have gaps
-- from
CREATE TABLE t (x1 int, id int, x2 text, a int, b int, x3 date, c text);
ALTER TABLE t DROP COLUMN x1, DROP COLUMN x2, DROP COLUMN x3;
ALTER TABLE t ADD PRIMARY KEY (id), ADD CONSTRAINT ab UNIQUE (a, b), ADD CONSTRAINT c_check CHECK (c <> ''), ADD CONSTRAINT up FOREIGN KEY (b) REFERENCES t;
CREATE INDEX t_c ON t (lower(c), a) INCLUDE (b) WHERE a > 0;
CREATE POLICY p ON t USING (b > 0);
-- seed
INSERT INTO t VALUES (1, 1, 1, 'x');
-- to
CREATE TABLE t (id int PRIMARY KEY, a int, b int CONSTRAINT up REFERENCES t, c text CONSTRAINT c_check CHECK (c <> ''), CONSTRAINT ab UNIQUE (a, b));
CREATE INDEX t_c ON t (lower(c), a) INCLUDE (b) WHERE a > 0;
CREATE POLICY p ON t USING (b > 0);
-- seed
INSERT INTO t VALUES (1, 1, 1, 'x');
-- shape: forbid drop table, drop table column, alter table column, drop index, drop table constraint, drop policy
-- shape back: forbid drop table, drop table column, alter table column, drop index, drop table constraint, drop policy
