-- title: a new table with both flags and policies
-- roles: sc_app
-- from
-- to
CREATE TABLE t (a int, owner_name text DEFAULT current_user);
ALTER TABLE t ENABLE ROW LEVEL SECURITY;
ALTER TABLE t FORCE ROW LEVEL SECURITY;
CREATE POLICY mine ON t TO sc_app USING (owner_name = current_user) WITH CHECK (owner_name = current_user);
-- shape: require create table, create policy
-- refused back: deletes_data
