-- title: a table goes, with its index, trigger, policy, view, function, and the key that points at it
-- from
CREATE TABLE gone (id int PRIMARY KEY, x text);
CREATE INDEX gone_x ON gone (x);
CREATE FUNCTION touch() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN NEW; END $$;
CREATE TRIGGER gone_touch BEFORE INSERT ON gone FOR EACH ROW EXECUTE FUNCTION touch();
CREATE POLICY p ON gone USING (true);
CREATE VIEW v AS SELECT * FROM gone;
CREATE FUNCTION all_gone() RETURNS SETOF gone LANGUAGE sql AS $$ SELECT * FROM gone $$;
CREATE FUNCTION one_gone(g gone) RETURNS text LANGUAGE sql AS $$ SELECT g.x $$;
CREATE TABLE stays (id int PRIMARY KEY, g int REFERENCES gone);
CREATE POLICY q ON stays USING (EXISTS (SELECT FROM gone WHERE gone.id = g));
-- seed
INSERT INTO gone VALUES (1, 'a');
INSERT INTO stays VALUES (1, 1);
-- to
CREATE TABLE stays (id int PRIMARY KEY, g int);
-- seed
INSERT INTO stays VALUES (1, NULL);
-- shape: require drop table, drop table constraint, drop view
-- refused: deletes_data
