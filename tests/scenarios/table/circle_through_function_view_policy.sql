-- title: table, function, view and policy refer to one another in a circle
-- from
CREATE TABLE doc (id int PRIMARY KEY, owner_name text);
-- seed
INSERT INTO doc VALUES (1, 'me');
-- to
CREATE TABLE doc (id int PRIMARY KEY, owner_name text);
CREATE VIEW my_doc AS SELECT id FROM doc WHERE owner_name = current_user;
CREATE FUNCTION may_see(d int) RETURNS boolean LANGUAGE sql STABLE
BEGIN ATOMIC SELECT EXISTS (SELECT FROM my_doc WHERE my_doc.id = d); END;
CREATE POLICY see ON doc USING (may_see(id));
ALTER TABLE doc ENABLE ROW LEVEL SECURITY;
ALTER TABLE doc ADD CONSTRAINT doc_check CHECK (id > 0);
-- seed
INSERT INTO doc VALUES (1, 'me');
-- shape: require create view, create function, create policy; forbid drop table
-- shape back: require drop view, drop function, drop policy; forbid drop table
