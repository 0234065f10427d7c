-- title: table, function, view and policy in a circle
-- from
CREATE TABLE t (id int PRIMARY KEY, owner name);
-- seed
INSERT INTO t VALUES (1, 'app');
-- to
CREATE TABLE t (id int PRIMARY KEY, owner name, visible boolean);
CREATE FUNCTION mine(t) RETURNS boolean LANGUAGE sql STABLE AS $$ SELECT $1.owner = current_user $$;
CREATE VIEW my_t AS SELECT t.id, mine(t.*) AS m FROM t;
CREATE FUNCTION sees(int) RETURNS boolean LANGUAGE sql STABLE AS $$ SELECT EXISTS (SELECT FROM public.my_t WHERE id = $1) $$;
ALTER TABLE t ENABLE ROW LEVEL SECURITY;
CREATE POLICY p ON t USING (sees(id) OR mine(t.*));
ALTER TABLE t ALTER COLUMN visible SET DEFAULT sees(1);
CREATE INDEX t_mine ON t (id) WHERE owner IS NOT NULL;
-- seed
INSERT INTO t VALUES (1, 'app', true);
-- refused: deletes_data
-- later: CREATE VIEW later_v AS SELECT m FROM my_t;
