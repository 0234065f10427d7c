-- title: a column is retyped inside a circle of function, view, policy and check
-- from
CREATE TABLE doc (id int PRIMARY KEY, owner_name text);
CREATE VIEW my_doc AS SELECT id FROM doc WHERE owner_name = current_user;
CREATE FUNCTION may_see(d int) RETURNS boolean LANGUAGE sql STABLE
BEGIN ATOMIC SELECT EXISTS (SELECT FROM my_doc WHERE my_doc.id = d); END;
CREATE POLICY see ON doc USING (may_see(id));
-- seed
INSERT INTO doc VALUES (1, 'me');
-- to
CREATE TABLE doc (id bigint PRIMARY KEY, owner_name text);
CREATE VIEW my_doc AS SELECT id FROM doc WHERE owner_name = current_user;
CREATE FUNCTION may_see(d bigint) RETURNS boolean LANGUAGE sql STABLE
BEGIN ATOMIC SELECT EXISTS (SELECT FROM my_doc WHERE my_doc.id = d); END;
CREATE POLICY see ON doc USING (may_see(id));
-- seed
INSERT INTO doc VALUES (1, 'me');
-- shape: require alter table column, drop policy, create policy; forbid drop table, drop table column
