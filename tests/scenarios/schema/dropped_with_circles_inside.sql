-- title: a schema goes with mutual keys, a default's function and its table, views and a policy in a circle
-- from
CREATE SCHEMA gone;
CREATE TABLE gone.a (id int PRIMARY KEY, b int);
CREATE TABLE gone.b (id int PRIMARY KEY, a int REFERENCES gone.a);
ALTER TABLE gone.a ADD FOREIGN KEY (b) REFERENCES gone.b;
CREATE VIEW gone.v AS SELECT max(id) AS top FROM gone.a;
CREATE FUNCTION gone.next_id() RETURNS int LANGUAGE sql BEGIN ATOMIC SELECT coalesce(top, 0) + 1 FROM gone.v; END;
ALTER TABLE gone.a ALTER id SET DEFAULT gone.next_id();
CREATE POLICY p ON gone.a USING (id < gone.next_id());
CREATE TABLE stays (id int PRIMARY KEY, a int REFERENCES gone.a, n int DEFAULT gone.next_id());
-- seed
INSERT INTO gone.a DEFAULT VALUES;
INSERT INTO stays VALUES (1, 1);
-- to
CREATE TABLE stays (id int PRIMARY KEY, a int, n int);
-- seed
INSERT INTO stays VALUES (1, NULL, 5);
-- shape: require drop schema, drop table
-- shape back: require create schema, create table; forbid drop table
-- refused: deletes_data
