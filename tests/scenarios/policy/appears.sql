-- title: row security and policies for each command
-- roles: app, auditor
-- from
CREATE TABLE t (a int, owner name);
-- seed
INSERT INTO t VALUES (1, 'app');
-- to
CREATE TABLE t (a int, owner name);
ALTER TABLE t ENABLE ROW LEVEL SECURITY;
CREATE POLICY every ON t USING (a > 0);
CREATE POLICY reads ON t FOR SELECT TO app USING (owner = current_user);
CREATE POLICY adds ON t FOR INSERT TO app WITH CHECK (owner = current_user);
CREATE POLICY changes ON t FOR UPDATE TO app USING (true) WITH CHECK (a < 100);
CREATE POLICY removes ON t FOR DELETE TO app, auditor USING (false);
CREATE POLICY limits ON t AS RESTRICTIVE TO PUBLIC USING (a <> 13);
-- seed
INSERT INTO t VALUES (1, 'app');
-- shape: require create policy; forbid drop table
-- later: CREATE POLICY later_p ON t FOR SELECT USING (a = 5);
