-- title: a column goes that a policy reads
-- from
CREATE TABLE t (a int, tenant int);
ALTER TABLE t ENABLE ROW LEVEL SECURITY;
CREATE POLICY p ON t USING (tenant = 1);
-- seed
INSERT INTO t VALUES (1, 1);
-- to
CREATE TABLE t (a int);
ALTER TABLE t ENABLE ROW LEVEL SECURITY;
CREATE POLICY p ON t USING (a = 1);
-- seed
INSERT INTO t VALUES (1);
-- refused: deletes_data
