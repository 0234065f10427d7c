-- title: expressions with operators, conditions and sub-objects of types
-- from
CREATE TABLE t (id int, a int DEFAULT 1 + 2 * 3, b text DEFAULT 'a' || 'b');
-- to
CREATE TABLE t (id int, a int DEFAULT (1 + 2) * 3, b text DEFAULT CASE WHEN current_user = 'x' THEN 'a' ELSE coalesce(current_setting('app.tenant', true), '') END, c text DEFAULT (ARRAY['x', 'y'])[1], d boolean DEFAULT (NOT (1 IN (2, 3))), e text DEFAULT 'x' COLLATE "C");
-- shape: require alter default value; forbid drop table
-- refused back: deletes_data
