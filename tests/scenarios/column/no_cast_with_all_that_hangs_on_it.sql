-- title: a replaced column comes back with its keys, checks, grants, view and policy
-- roles: sc_app
-- from
CREATE TABLE parent (k date PRIMARY KEY);
CREATE TABLE t (id int PRIMARY KEY, k date REFERENCES parent, CONSTRAINT t_k UNIQUE (k), CONSTRAINT t_two UNIQUE (id, k));
CREATE VIEW v AS SELECT k FROM t;
CREATE POLICY p ON t USING (k IS NOT NULL);
GRANT SELECT (k) ON t TO sc_app;
COMMENT ON COLUMN t.k IS 'the key';
ALTER TABLE t ALTER k SET STATISTICS 50;
-- to
CREATE TABLE parent (k int PRIMARY KEY);
CREATE TABLE t (id int PRIMARY KEY, k int REFERENCES parent, CONSTRAINT t_k UNIQUE (k), CONSTRAINT t_two UNIQUE (id, k));
CREATE VIEW v AS SELECT k FROM t;
CREATE POLICY p ON t USING (k IS NOT NULL);
GRANT SELECT (k) ON t TO sc_app;
COMMENT ON COLUMN t.k IS 'the key';
ALTER TABLE t ALTER k SET STATISTICS 50;
-- shape: forbid drop table
-- refused: deletes_data
-- refused back: deletes_data
