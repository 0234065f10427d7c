-- title: a table with row security comes and goes as a whole
-- roles: app
-- from
-- to
CREATE TABLE t (a int PRIMARY KEY, tenant text DEFAULT current_setting('app.tenant', true));
ALTER TABLE t ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant ON t TO app USING (tenant = current_setting('app.tenant', true));
GRANT SELECT, INSERT ON t TO app;
-- refused: deletes_data
