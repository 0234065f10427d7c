-- title: rows of a table with forced row security
-- from
CREATE TABLE t (id int PRIMARY KEY, a text);
ALTER TABLE t ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY p ON t USING (id < 100);
INSERT INTO t VALUES (1, 'x');
-- to
CREATE TABLE t (id int PRIMARY KEY, a text);
ALTER TABLE t ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY p ON t USING (id < 100);
INSERT INTO t VALUES (1, 'y'), (2, 'z');
-- refused: deletes_data
